// SPDX-License-Identifier: GPL-3.0-or-later
// How an ExplanationView is painted.
#include "ui/network/explanation_view.h"
#include "ui/network/number_cells.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"
#include "ui/widgets/empty_hint.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace glyphscope {

using namespace Qt::StringLiterals;

void ExplanationView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    if (!m_explanation) {
        paintEmptyHint(painter, QRectF(viewport()->rect()), u"info"_s,
                       tr("Click a value to see how it came about, number by number"));
        return;
    }
    const QPointF corner = toPage({0, 0});
    painter.translate(-corner);
    const QRectF seen = QRectF(viewport()->rect()).translated(corner);
    if (seen.top() < m_layout.verdict.bottom()) {
        paintPicture(painter);
        paintWords(painter);
    }
    for (std::size_t row = 0; row < m_layout.gridRows.size(); ++row) {
        const std::vector<QRectF>& grids = m_layout.gridRows[row].grids;
        if (grids.back().bottom() >= seen.top() && grids.front().top() - 60 <= seen.bottom())
            paintGridRow(painter, row);
    }
    if (!m_layout.header.isEmpty())
        paintTable(painter, seen);
}

void ExplanationView::paintPicture(QPainter& painter) const
{
    const Theme& t = theme();
    QImage image(kGlyphSide, kGlyphSide, QImage::Format_RGB32);
    for (int y = 0; y < kGlyphSide; ++y)
        for (int x = 0; x < kGlyphSide; ++x) {
            const auto value = m_glyph[static_cast<std::size_t>(y * kGlyphSide + x)];
            image.setPixelColor(x, y, blend(t.paper, t.ink, value / 255.0));
        }
    const QRectF area = m_layout.picture;
    painter.drawImage(area, image);
    painter.setPen(QPen(t.border, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area.adjusted(0, 0, -1, -1));
    const glyphscope::Box& box = m_explanation->receptiveField;
    if (box.width <= 0)
        return;  // all padding
    const double side = area.width() / kGlyphSide;
    const QRectF field(area.left() + box.x * side, area.top() + box.y * side, box.width * side,
                       box.height * side);
    painter.setPen(QPen(t.second, 2));
    painter.drawRect(field.intersected(area.adjusted(1, 1, -2, -2)));
}

void ExplanationView::paintWords(QPainter& painter) const
{
    const Theme& t = theme();
    painter.setFont(glyphscope::font(TextStyle::Caption));
    painter.setPen(t.mutedText);
    painter.drawText(m_layout.rule, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_text.rule);
    for (std::size_t i = 0; i < m_text.lines.size(); ++i) {
        painter.setPen(t.mutedText);
        painter.drawText(m_layout.lines[i], Qt::AlignLeft | Qt::AlignVCenter, m_text.lines[i].name);
        painter.setPen(t.text);
        painter.drawText(m_layout.lines[i], Qt::AlignRight | Qt::AlignVCenter, m_text.lines[i].value);
    }
    painter.setPen(m_text.agrees ? t.good : t.caution);
    painter.drawText(m_layout.verdict, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_text.verdict);
}

void ExplanationView::paintGridRow(QPainter& painter, std::size_t row) const
{
    const Theme& t = theme();
    const ExplanationText::GridRow& content = m_text.gridRows[row];
    const ExplanationLayout::GridRow& place = m_layout.gridRows[row];
    const QFont caption = glyphscope::font(TextStyle::Caption);
    const NumberCells numbers(m_layout.cell);
    painter.setFont(caption);
    painter.setPen(t.text);
    painter.drawText(place.caption, Qt::AlignLeft | Qt::AlignVCenter, content.caption);
    painter.setPen(t.mutedText);
    for (std::size_t i = 0; i < place.titles.size(); ++i)
        painter.drawText(place.titles[i], Qt::AlignLeft | Qt::AlignVCenter, content.grids[i].title);
    const QString signs = u"\u00D7="_s;
    for (std::size_t i = 0; i < place.signs.size(); ++i)
        painter.drawText(place.signs[i], Qt::AlignCenter,
                         QString(signs.at(static_cast<qsizetype>(std::min<std::size_t>(i, 1)))));
    painter.setFont(numbers.font());
    for (std::size_t i = 0; i < place.grids.size(); ++i) {
        const ExplanationText::Grid& grid = content.grids[i];
        QRectF winner;
        for (std::size_t k = 0; k < grid.cells.size(); ++k) {
            const ExplanationText::Cell& cell = grid.cells[k];
            const QRectF at = gridCell(place.grids[i], grid.columns, static_cast<int>(k), m_layout.cell);
            const QRgb ground =
                cell.padding && i != 1 ? t.raised.rgb() : grid.scale.colour(static_cast<float>(cell.value));
            painter.fillRect(at.adjusted(0, 0, -1, -1), QColor(ground));
            numbers.paintFigures(painter, at, cell.value, ground);
            if (cell.winner)
                winner = at;
        }
        if (winner.isEmpty())
            continue;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.accent, 3));
        painter.drawRect(winner.adjusted(0, 0, -1, -1));
    }
}

void ExplanationView::paintTable(QPainter& painter, const QRectF& seen) const
{
    const Theme& t = theme();
    painter.setFont(glyphscope::font(TextStyle::Caption));
    const auto paintCells = [&](const QRectF& place, const QStringList& cells) {
        double left = place.left();
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const double right = m_layout.columns[static_cast<std::size_t>(i)];
            const auto side = i == 0 ? Qt::AlignLeft : Qt::AlignRight;
            painter.drawText(QRectF(left, place.top(), right - left - 3, place.height()),
                             side | Qt::AlignVCenter, cells.at(i));
            left = right;
        }
    };
    painter.setPen(t.mutedText);
    paintCells(m_layout.header, m_text.header);
    painter.setPen(t.border);
    painter.drawLine(m_layout.header.bottomLeft(), m_layout.header.bottomRight());
    const std::size_t columns = m_layout.columns.size();
    const double barLeft = columns > 1 ? m_layout.columns[columns - 2] : 0.0;
    for (std::size_t i = 0; i < m_layout.rows.size(); ++i) {
        const QRectF& place = m_layout.rows[i];
        if (!place.intersects(seen))
            continue;
        const ExplanationText::TableRow& row = m_text.rows[i];
        const double length = std::abs(row.share) * (place.right() - barLeft);
        painter.fillRect(QRectF(place.right() - length, place.top() + 2, length, place.height() - 4),
                         blend(t.surface, row.share < 0 ? t.second : t.accent, 0.25));
        painter.setPen(row.strong ? t.accent : t.text);
        paintCells(place, row.cells);
    }
    painter.setPen(t.mutedText);
    painter.drawText(m_layout.rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, m_text.rest);
}

}  // namespace glyphscope
