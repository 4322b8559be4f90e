// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_geometry.h"

#include <QtCore/QString>

#include <vector>

class QPainter;

namespace glyphscope {

/// Where a character of a number lies on the canvas, and what it was read as.
struct PartMark {
    QRectF box;    ///< in drawing units
    QString name;  ///< of its class; "?" where it is none
    bool sure = true;
    bool focused = false;  ///< the panels are about this one
    bool framed = false;   ///< by a frame, without its name: what is below is another line
    friend bool operator==(const PartMark&, const PartMark&) = default;
};

/// A bracket under each, and its name under that, or a frame around it, in widget coordinates and the colours
/// of the theme.
void paintParts(QPainter& painter, const CanvasGeometry& geometry, const std::vector<PartMark>& parts);

}  // namespace glyphscope
