// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/explanation_layout.h"

#include "ui/style/theme.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace glyphscope {

namespace {

constexpr double kPicture = 84;  // three pixels a pixel
constexpr double kSign = 16;
constexpr double kSmallestCell = 18;
constexpr double kLargestCell = 44;
constexpr double kRowPadding = 3;
using metrics::kGap;

/// The largest cell with which the widest row of grids fits.
double cellOf(const ExplanationText& text, double width)
{
    double cell = kLargestCell;
    for (const ExplanationText::GridRow& row : text.gridRows) {
        int columns = 0;
        for (const ExplanationText::Grid& grid : row.grids)
            columns += grid.columns;
        const double signs = kSign * static_cast<double>(row.grids.size() - 1);
        cell = std::min(cell, (width - signs) / std::max(columns, 1));
    }
    return std::max(std::floor(cell), kSmallestCell);
}

ExplanationLayout::GridRow placeGridRow(const ExplanationText::GridRow& row, double cell, double line,
                                        double width, double& y, bool first)
{
    ExplanationLayout::GridRow place;
    if (!row.caption.isEmpty()) {
        place.caption = QRectF(0, y, width, line);
        y += line;
    }
    const double top = first ? y + line : y;
    double x = 0;
    double bottom = top;
    for (const ExplanationText::Grid& grid : row.grids) {
        if (!place.grids.empty()) {
            place.signs.emplace_back(x, top, kSign, cell * grid.rows());
            x += kSign;
        }
        place.grids.emplace_back(x, top, cell * grid.columns, cell * grid.rows());
        if (first)
            place.titles.emplace_back(x, y, std::max(cell * grid.columns + kSign, 60.0), line);
        x += cell * grid.columns;
        bottom = std::max(bottom, place.grids.back().bottom());
    }
    y = bottom + kGap;
    return place;
}

/// Right edges: as wide as their words, and what is left spread evenly.
std::vector<double> columnEdges(const std::vector<double>& widths, double width)
{
    const double all = std::accumulate(widths.begin(), widths.end(), 0.0);
    const double count = static_cast<double>(widths.size());
    const double squeeze = all > 0 ? std::min(1.0, width / all) : 1.0;
    const double extra = std::max(0.0, width - all) / std::max(count, 1.0);
    std::vector<double> edges;
    double x = 0;
    for (const double each : widths)
        edges.push_back(x += each * squeeze + extra);
    return edges;
}

void placeTable(const ExplanationText& text, const ExplanationWords& words, double width, double& y,
                ExplanationLayout& layout)
{
    const double height = words.line + 2 * kRowPadding;
    layout.columns = columnEdges(words.columnWidths, width);
    layout.header = QRectF(0, y, width, height);
    y += height;
    for (std::size_t i = 0; i < text.rows.size(); ++i, y += height)
        layout.rows.emplace_back(0, y, width, height);
    if (!text.rest.isEmpty()) {
        layout.rest = QRectF(0, y, width, 2 * words.line + kRowPadding);
        y = layout.rest.bottom();
    }
}

}  // namespace

double ruleWidth(double width)
{
    return std::max(width - kPicture - metrics::kPadding, 60.0);
}

ExplanationLayout layOutExplanation(const ExplanationText& text, const ExplanationWords& words, double width)
{
    ExplanationLayout layout;
    layout.picture = QRectF(0, 0, kPicture, kPicture);
    const double left = kPicture + metrics::kPadding;
    layout.rule = QRectF(left, 0, ruleWidth(width), words.rule);
    double y = std::max(layout.picture.bottom(), layout.rule.bottom()) + kGap;
    for (std::size_t i = 0; i < text.lines.size(); ++i, y += words.line)
        layout.lines.emplace_back(0, y, width, words.line);
    layout.verdict = QRectF(0, y, width, words.verdict);
    y = layout.verdict.bottom() + metrics::kPadding;
    if (!text.gridRows.empty()) {
        layout.cell = cellOf(text, width);
        for (const ExplanationText::GridRow& row : text.gridRows)
            layout.gridRows.push_back(
                placeGridRow(row, layout.cell, words.line, width, y, layout.gridRows.empty()));
    }
    if (!text.header.isEmpty())
        placeTable(text, words, width, y, layout);
    layout.height = y;
    return layout;
}

QRectF gridCell(const QRectF& grid, int columns, int cell, double side)
{
    return {grid.left() + cell % columns * side, grid.top() + cell / columns * side, side, side};
}

std::optional<int> termAt(const ExplanationText& text, const ExplanationLayout& layout, QPointF point)
{
    for (std::size_t r = 0; r < layout.gridRows.size(); ++r) {
        for (std::size_t g = 0; g < layout.gridRows[r].grids.size(); ++g) {
            const QRectF& place = layout.gridRows[r].grids[g];
            if (!place.contains(point))
                continue;
            const ExplanationText::Grid& grid = text.gridRows[r].grids[g];
            const int x = static_cast<int>((point.x() - place.left()) / layout.cell);
            const int y = static_cast<int>((point.y() - place.top()) / layout.cell);
            const auto cell = static_cast<std::size_t>(y * grid.columns + std::min(x, grid.columns - 1));
            return cell < grid.cells.size() ? std::optional(grid.cells[cell].term) : std::nullopt;
        }
    }
    for (std::size_t i = 0; i < layout.rows.size(); ++i)
        if (layout.rows[i].contains(point))
            return text.rows[i].term;
    return std::nullopt;
}

}  // namespace glyphscope
