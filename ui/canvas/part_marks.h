// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_geometry.h"

#include <QtCore/QString>

#include <optional>
#include <vector>

class QPainter;

namespace glyphscope {

/// Where a character of a number lies on the canvas, and what it was read as.
struct PartMark {
    QRectF box;    ///< in drawing units
    QString name;  ///< of its class; "?" where it is none
    bool sure = true;
    bool focused = false;    ///< the panels are about this one
    bool divisible = false;  ///< it can be joined with its neighbours, and divided
    bool framed = false;     ///< by a frame, without its name: what is below is another line
    friend bool operator==(const PartMark&, const PartMark&) = default;
};

/// Where a mark is painted, in widget coordinates.
struct PartPlace {
    QRectF bracket;  ///< the ends of its arms are the upper corners
    QRectF name;
    QRectF strip;  ///< takes clicks: both, and little around them; of one that is framed, its frame
};
[[nodiscard]] PartPlace partPlace(const CanvasGeometry& geometry, const PartMark& part);

/// What of the marks a pointer is on: one of them, or the gap right of it.
struct PartTarget {
    int part = -1;
    bool gap = false;
    friend bool operator==(const PartTarget&, const PartTarget&) = default;
};

/// The gap right of a mark; nothing where there is none, or the two do not stand beside each other.
[[nodiscard]] std::optional<QRectF> gapPlace(const CanvasGeometry& geometry,
                                             const std::vector<PartMark>& parts, int left);
[[nodiscard]] std::optional<PartTarget> targetAt(const CanvasGeometry& geometry,
                                                 const std::vector<PartMark>& parts, QPointF position);

/// A bracket under each, and its name under that, or a frame around it, in widget coordinates and the colours
/// of the theme; what the pointer is on stands out.
void paintParts(QPainter& painter, const CanvasGeometry& geometry, const std::vector<PartMark>& parts,
                const std::optional<PartTarget>& hovered);

}  // namespace glyphscope
