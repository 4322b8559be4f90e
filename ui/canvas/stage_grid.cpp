// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/stage_grid.h"

#include <QtGui/QPainter>

namespace glyphscope {

namespace {

constexpr double kGridFrom = 5;  // device-independent pixels a cell needs to carry a grid

}  // namespace

void StageGrid::paint(QPainter& painter, const StageLayout& layout, QSize widget, const QColor& line)
{
    const qreal dpr = painter.device()->devicePixelRatioF();
    Look look{layout.pictures, (QSizeF(widget) * dpr).toSize(), line};
    if (look != m_look) {
        m_look = std::move(look);
        render(layout, dpr);
    }
    painter.drawPixmap(0, 0, m_lines);
}

void StageGrid::render(const StageLayout& layout, qreal dpr)
{
    m_lines = QPixmap(m_look.pixels);
    m_lines.setDevicePixelRatio(dpr);
    m_lines.fill(Qt::transparent);
    QPainter painter(&m_lines);
    painter.setCompositionMode(QPainter::CompositionMode_Source);  // crossings no darker than the lines
    painter.setPen(QPen(m_look.line, 0));
    for (const StageKind kind : kStageKinds) {
        const QRectF& place = layout.pictures[static_cast<std::size_t>(kind)];
        const double cell = layout.cell(kind);
        if (cell < kGridFrom)
            continue;
        for (int i = 0; i <= stageSide(kind); ++i) {
            const QPointF across(i * cell, 0);
            const QPointF down(0, i * cell);
            painter.drawLine(place.topLeft() + across, place.bottomLeft() + across);
            painter.drawLine(place.topLeft() + down, place.topRight() + down);
        }
    }
}

}  // namespace glyphscope
