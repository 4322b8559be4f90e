// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/explanation_layout.h"

#include "model/types/raster.h"
#include "ui/style/theme.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace glyphscope {

namespace {

constexpr double kSign = 16;
constexpr double kSmallestCell = 18;
constexpr double kLargestCell = 120;
constexpr double kLargestOfMany = 44;  // of several rows, which cannot all be in sight anyway
constexpr double kLeastTitle = 60;
constexpr double kRowPadding = 3;
constexpr double kTableShare = 1.6;  // of its words: wider, a row's numbers no longer stand together
using metrics::kGap;

/// Whole pixels a pixel.
double pictureSide(double width)
{
    return kGlyphSide * std::clamp(std::floor(0.2 * width / kGlyphSide), 3.0, 6.0);
}

/// How the grids of a row are spread: so many on a line.
struct Flow {
    int abreast = 1;
    double cell = 0;

    /// Lines after the first begin with a sign; grids stand below each other.
    [[nodiscard]] double left(std::size_t grids) const
    {
        return static_cast<std::size_t>(abreast) < grids ? kSign : 0;
    }
};

double cellOf(const ExplanationText& text, double line, QSizeF room, int abreast)
{
    const bool many = text.gridRows.size() > 1;
    double cell = many ? kLargestOfMany : kLargestCell;
    for (const ExplanationText::GridRow& row : text.gridRows) {
        const auto grids = static_cast<int>(row.grids.size());
        const int lines = (grids + abreast - 1) / abreast;
        int columns = 1;
        int cells = 0;  // from top to bottom
        for (int first = 0; first < grids; first += abreast) {
            int across = 0;
            int down = 0;
            for (int i = first; i < std::min(grids, first + abreast); ++i) {
                across += row.grids[static_cast<std::size_t>(i)].columns;
                down = std::max(down, row.grids[static_cast<std::size_t>(i)].rows());
            }
            columns = std::max(columns, across);
            cells += down;
        }
        const double signs = kSign * (lines > 1 ? abreast : std::min(abreast, grids) - 1);
        cell = std::min(cell, (room.width() - signs) / columns);
        if (!many)
            cell = std::min(cell, (room.height() - lines * (line + kGap)) / std::max(cells, 1));
    }
    return std::max(std::floor(cell), kSmallestCell);
}

Flow flowFor(const ExplanationText& text, double line, QSizeF room)
{
    std::size_t most = 1;
    for (const ExplanationText::GridRow& row : text.gridRows)
        most = std::max(most, row.grids.size());
    Flow best;
    for (int abreast = static_cast<int>(most); abreast > 0; --abreast)
        if (const double cell = cellOf(text, line, room, abreast); cell > best.cell)
            best = {.abreast = abreast, .cell = cell};
    return best;
}

ExplanationLayout::GridRow placeGridRow(const ExplanationText::GridRow& row, const Flow& flow, double line,
                                        double width, double& y, bool titles)
{
    ExplanationLayout::GridRow place;
    if (!row.caption.isEmpty()) {
        place.caption = QRectF(0, y, width, line);
        y += line;
    }
    const double left = flow.left(row.grids.size());
    double x = left;
    double top = titles ? y + line : y;
    double bottom = top;
    for (const ExplanationText::Grid& grid : row.grids) {
        const QSizeF size = flow.cell * QSizeF(grid.columns, grid.rows());
        const std::size_t i = place.grids.size();
        if (i > 0 && i % static_cast<std::size_t>(flow.abreast) == 0) {
            x = left;
            top = bottom + kGap + (titles ? line : 0);
        } else if (i > 0) {
            x += kSign;
        }
        if (i > 0)
            place.signs.emplace_back(x - kSign, top, kSign, size.height());
        place.grids.emplace_back(QPointF(x, top), size);
        if (titles)
            place.titles.emplace_back(x, top - line, std::max(size.width() + kSign, kLeastTitle), line);
        x += size.width();
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

void placeTable(const ExplanationText& text, const ExplanationWords& words, double room, double& y,
                ExplanationLayout& layout)
{
    const double all = std::accumulate(words.columnWidths.begin(), words.columnWidths.end(), 0.0);
    const double width = std::min(room, kTableShare * all);
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
    return std::max(width - pictureSide(width) - metrics::kPadding, 60.0);
}

ExplanationLayout layOutExplanation(const ExplanationText& text, const ExplanationWords& words, QSizeF room)
{
    const double width = room.width();
    const double picture = pictureSide(width);
    ExplanationLayout layout;
    layout.picture = QRectF(0, 0, picture, picture);
    layout.rule = QRectF(picture + metrics::kPadding, 0, ruleWidth(width), words.rule);
    double y = std::max(layout.picture.bottom(), layout.rule.bottom()) + kGap;
    for (std::size_t i = 0; i < text.lines.size(); ++i, y += words.line)
        layout.lines.emplace_back(0, y, std::min(width, words.lineWidth), words.line);
    layout.verdict = QRectF(0, y, width, words.verdict);
    y = layout.verdict.bottom() + metrics::kPadding;
    if (!text.gridRows.empty()) {
        const Flow flow = flowFor(text, words.line, {width, room.height() - y});
        layout.cell = flow.cell;
        for (const ExplanationText::GridRow& row : text.gridRows)
            layout.gridRows.push_back(placeGridRow(row, flow, words.line, width, y, layout.gridRows.empty()));
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
