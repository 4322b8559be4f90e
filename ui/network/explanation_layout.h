// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/network/explanation_text.h"

#include <QtCore/QRectF>

#include <optional>
#include <vector>

namespace glyphscope {

/// Heights and widths of the words that an explanation is laid out by.
struct ExplanationWords {
    double line = 16;                  ///< height of one line
    double rule = 16;                  ///< of the wrapped rule, at the width that ruleWidth() gives
    double verdict = 16;               ///< of the wrapped verdict, at the whole width
    double lineWidth = 200;            ///< the widest of the named numbers, name and value
    std::vector<double> columnWidths;  ///< widest text of each column of the table
};

/// Where the parts of an explanation lie, from the top left of the whole page.
struct ExplanationLayout {
    struct GridRow {
        QRectF caption;
        std::vector<QRectF> titles;  ///< empty below the first row
        std::vector<QRectF> grids;
        std::vector<QRectF> signs;  ///< each before the grid after the first
    };
    QRectF picture;  ///< of the glyph with the receptive field
    QRectF rule;
    std::vector<QRectF> lines;
    QRectF verdict;
    double cell = 0;
    std::vector<GridRow> gridRows;
    QRectF header;
    std::vector<QRectF> rows;
    std::vector<double> columns;  ///< right edges of the table's columns
    QRectF rest;
    double height = 0;
};

/// The width of the words beside the picture.
[[nodiscard]] double ruleWidth(double width);

/// As wide as `room`; grids are as large as the whole of it lets them be, above each other where that makes
/// them larger. What does not fit is beneath.
[[nodiscard]] ExplanationLayout layOutExplanation(const ExplanationText& text, const ExplanationWords& words,
                                                  QSizeF room);

/// A cell's place in its grid.
[[nodiscard]] QRectF gridCell(const QRectF& grid, int columns, int cell, double side);

/// The explanation's term under a point: a cell of a grid or a row of the table.
[[nodiscard]] std::optional<int> termAt(const ExplanationText& text, const ExplanationLayout& layout,
                                        QPointF point);

}  // namespace glyphscope
