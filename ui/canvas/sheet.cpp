// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/sheet.h"

#include "ui/canvas/canvas_overlays.h"
#include "ui/style/theme.h"
#include "ui/widgets/ink_edit.h"
#include "ui/widgets/paint_drawing.h"

#include <QtGui/QPainter>

namespace glyphscope {

void Sheet::setShownPen(double shown)
{
    m_shownPen = shown;
    invalidate();
}

void Sheet::paint(QPainter& painter, Stroke stroke) const
{
    stroke.pen *= m_shownPen;
    paintStroke(painter, stroke, theme().ink);
}

void Sheet::paintStrokes(QPainter& painter, const QRect& area, std::span<const Stroke> strokes) const
{
    clipToPaper(painter, m_geometry, area);
    painter.setTransform(m_geometry.transform(), true);
    const QRectF clip = painter.clipBoundingRect();
    for (const Stroke& stroke : strokes)
        if (strokeBounds(stroke).adjusted(-1, -1, 1, 1).intersects(clip))
            paint(painter, stroke);
}

void clipToPaper(QPainter& painter, const CanvasGeometry& geometry, const QRect& area)
{
    const QRectF& paper = geometry.paper;
    const QRectF within = paper & QRectF(area);
    const double r = metrics::kRadius;
    const bool touchesCorner = (within.left() < paper.left() + r || within.right() > paper.right() - r) &&
                               (within.top() < paper.top() + r || within.bottom() > paper.bottom() - r);
    painter.setClipRect(within, Qt::IntersectClip);
    if (!touchesCorner)
        return;
    QPainterPath outline;
    outline.addRoundedRect(paper, r, r);
    painter.setClipPath(outline, Qt::IntersectClip);
}

bool Sheet::isValid(const CanvasGeometry& geometry, QSize widget, qreal dpr) const
{
    return !m_ground.isNull() && m_geometry == geometry && m_ground.devicePixelRatio() == dpr &&
           m_ground.size() == (QSizeF(widget) * dpr).toSize();
}

void Sheet::rebuild(const CanvasGeometry& geometry, QSize widget, qreal dpr,
                    const std::optional<Picture>& picture, std::span<const Stroke> strokes)
{
    m_geometry = geometry;
    m_ground = QPixmap((QSizeF(widget) * dpr).toSize());
    m_ground.setDevicePixelRatio(dpr);
    m_ground.fill(Qt::transparent);
    {
        QPainter painter(&m_ground);
        paintPaper(painter, geometry);
        if (picture) {
            clipToPaper(painter, geometry, geometry.paper.toRect());
            painter.setTransform(geometry.transform(), true);
            paintPicture(painter, *picture, theme().ink);
        } else {
            paintGuides(painter, geometry);
        }
    }
    m_inked = m_ground.copy();
    m_inked.setDevicePixelRatio(dpr);
    QPainter painter(&m_inked);
    paintStrokes(painter, geometry.paper.toRect(), strokes);
}

void Sheet::addStroke(const Stroke& stroke)
{
    if (m_ground.isNull())
        return;
    QPainter painter(&m_inked);
    paintStrokes(painter, m_geometry.toWidget(strokeBounds(stroke)), {&stroke, 1});
}

void Sheet::repaint(const QRectF& area, std::span<const Stroke> strokes)
{
    if (m_ground.isNull())
        return;
    QPainter painter(&m_inked);
    const QRect pixels = m_geometry.toWidget(area);
    painter.setClipRect(pixels);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawPixmap(0, 0, m_ground);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    paintStrokes(painter, pixels, strokes);
}

}  // namespace glyphscope
