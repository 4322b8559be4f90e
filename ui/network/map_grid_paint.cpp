// SPDX-License-Identifier: GPL-3.0-or-later
// How a MapGrid is painted.
#include "ui/network/map_grid.h"
#include "ui/network/mark_paint.h"
#include "ui/network/number_cells.h"
#include "ui/style/theme.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace glyphscope {

namespace {

/// Dark around light, so that it is seen on every colour of a map.
void paintDoubleFrame(QPainter& painter, const QRectF& place)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, 4));
    painter.drawRect(place);
    painter.setPen(QPen(Qt::white, 2));
    painter.drawRect(place);
}

/// The cells of `side` values of which some are between two points.
std::pair<int, int> cellsBetween(double from, double to, double cell, int side)
{
    return {std::clamp(static_cast<int>(from / cell), 0, side),
            std::clamp(static_cast<int>(to / cell) + 1, 0, side)};
}

}  // namespace

void MapGrid::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    if (m_sheet.empty() || m_scales.empty())
        return;
    QPainter painter(viewport());
    const QPointF corner = origin();
    painter.translate(corner);
    const QRectF seen = QRectF(viewport()->rect()).translated(-corner);
    const std::vector<int> places = m_layout.mapsIn(seen);
    for (const int place : places)
        paintMap(painter, place, seen);
    if (m_layout.cell >= kNumberCell) {
        painter.setFont(NumberCells(m_layout.cell).font());
        for (const int place : places)
            paintNumbers(painter, place, seen);
    }
    if (m_layout.caption > 0) {
        painter.setFont(glyphscope::font(TextStyle::Caption));
        for (const int place : places)
            paintCaption(painter, place);
    }
    if (!m_marks.empty())
        for (const int place : places)
            paintMarks(painter, m_layout, place, mapOf(place), m_sheet, m_marks);
    paintSelection(painter);
}

void MapGrid::paintMap(QPainter& painter, int place, const QRectF& seen)
{
    const QRectF area = m_layout.mapRect(place);
    const auto [top, bottom] =
        cellsBetween(seen.top() - area.top(), seen.bottom() - area.top(), m_layout.cell, m_sheet.height);
    if (bottom <= top)
        return;
    if (m_image.width() != m_sheet.width || m_image.height() != m_sheet.height)
        m_image = QImage(m_sheet.width, m_sheet.height, QImage::Format_ARGB32_Premultiplied);
    const int map = mapOf(place);
    const ColourScale& scale = scaleOf(map);
    for (int y = top; y < bottom; ++y) {
        auto* line = reinterpret_cast<QRgb*>(m_image.scanLine(y));
        const std::span<const float> row = m_sheet.rowOf(map, y);
        scale.paint(row, line);
        std::fill(line + row.size(), line + m_sheet.width, 0U);
    }
    painter.drawImage(
        QRectF(area.left(), area.top() + top * m_layout.cell, area.width(), (bottom - top) * m_layout.cell),
        m_image, QRectF(0, top, m_sheet.width, bottom - top));
}

void MapGrid::paintNumbers(QPainter& painter, int place, const QRectF& seen) const
{
    const NumberCells numbers(m_layout.cell);
    const int map = mapOf(place);
    const ColourScale& scale = scaleOf(map);
    const QRectF area = m_layout.mapRect(place);
    const auto [top, bottom] =
        cellsBetween(seen.top() - area.top(), seen.bottom() - area.top(), m_layout.cell, m_sheet.height);
    const auto [left, right] =
        cellsBetween(seen.left() - area.left(), seen.right() - area.left(), m_layout.cell, m_sheet.width);
    for (int y = top; y < bottom; ++y) {
        const std::span<const float> row = m_sheet.rowOf(map, y);
        for (int x = left; x < std::min(right, static_cast<int>(row.size())); ++x) {
            const float value = row[static_cast<std::size_t>(x)];
            numbers.paint(painter, m_layout.cellRect({.map = place, .y = y, .x = x}), value,
                          scale.colour(value));
        }
    }
}

void MapGrid::paintCaption(QPainter& painter, int place) const
{
    const int map = mapOf(place);
    const bool selected = map == m_selectedMap;
    painter.setPen(selected ? theme().accent : theme().mutedText);
    painter.drawText(m_layout.captionRect(place), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QString::number(map));
}

void MapGrid::paintSelection(QPainter& painter) const
{
    if (hasFocus() && m_selectedMap < 0) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme().accent, 1, Qt::DotLine));
        painter.drawRect(QRectF(viewport()->rect()).translated(-origin()).adjusted(0, 0, -1, -1));
    }
    const int place = placeOf(m_selectedMap);
    if (m_selectedMap >= 0 && m_selectedMap < m_sheet.maps && place >= 0 && m_sheet.maps > 1) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme().accent, hasFocus() ? 3 : 2));
        painter.drawRect(m_layout.mapRect(place).adjusted(-2, -2, 2, 2));
    }
    const std::optional<MapCell> cell = m_selectedIndex ? m_sheet.cellOf(*m_selectedIndex) : std::nullopt;
    if (cell && placeOf(cell->map) >= 0)
        paintDoubleFrame(painter, m_layout.cellRect({.map = placeOf(cell->map), .y = cell->y, .x = cell->x}));
}

}  // namespace glyphscope
