// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

#include <QtCore/QRect>
#include <QtCore/QSize>
#include <QtGui/QTransform>

namespace glyphscope {

/// Where the paper lies in the widget, and the way between widget and drawing coordinates.
struct CanvasGeometry {
    QRectF paper;      ///< the largest centred square that leaves room for shadow and focus ring
    double scale = 1;  ///< device-independent pixels per drawing unit

    [[nodiscard]] static CanvasGeometry of(QSize widget);

    /// The drawing point under a widget position; one beside the paper lies beyond 0 to kCanvasSide.
    [[nodiscard]] Point toDrawing(QPointF position) const;
    [[nodiscard]] QPointF toWidget(Point point) const;
    [[nodiscard]] QTransform transform() const;  ///< drawing to widget

    /// The whole pixels of the widget that something within `area` of the drawing can show in.
    [[nodiscard]] QRect toWidget(const QRectF& area) const;
    friend bool operator==(const CanvasGeometry&, const CanvasGeometry&) = default;
};

}  // namespace glyphscope
