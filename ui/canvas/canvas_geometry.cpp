// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_geometry.h"

#include "ui/widgets/ink_edit.h"

#include <algorithm>

namespace glyphscope {

CanvasGeometry CanvasGeometry::of(QSize widget)
{
    constexpr int kSurround = 6;
    const int side = std::max(1, std::min(widget.width(), widget.height()) - 2 * kSurround);
    const QPoint corner((widget.width() - side) / 2, (widget.height() - side) / 2);
    return {QRectF(corner, QSizeF(side, side)), side / kCanvasSide};
}

Point CanvasGeometry::toDrawing(QPointF position) const
{
    const QPointF p = (position - paper.topLeft()) / scale;
    return {p.x(), p.y()};
}

QPointF CanvasGeometry::toWidget(Point point) const
{
    return paper.topLeft() + scale * QPointF(point.x, point.y);
}

QTransform CanvasGeometry::transform() const
{
    return QTransform::fromTranslate(paper.x(), paper.y()).scale(scale, scale);
}

QRect CanvasGeometry::toWidget(const QRectF& area) const
{
    return area.isNull() ? QRect() : transform().mapRect(area).toAlignedRect().adjusted(-1, -1, 1, 1);
}

}  // namespace glyphscope
