// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace glyphscope {

/// Widths of what a confusion matrix has to show, in the fonts it is shown in.
struct ConfusionMeasures {
    int classes = 0;
    int widestName = 0;
    int widestCount = 0;  ///< of a cell
    int widestTotal = 0;
    int lineHeight = 0;
};

/// Sizes of a confusion matrix' parts, in pixels.
struct ConfusionFit {
    int label = 0;        ///< width of the names beside the rows
    int header = 0;       ///< height of the names above the columns
    int cell = 0;         ///< width of a cell
    int row = 0;          ///< its height
    int total = 0;        ///< width of the totals beside the rows; 0 where there is no room for any
    bool turned = false;  ///< the names above the columns stand upright

    [[nodiscard]] int width(int classes) const { return label + classes * cell + total; }
    [[nodiscard]] int height(int classes) const { return header + (classes + (total > 0)) * row; }
};

/// Cells as wide as `width` has room for and as is of use, and as low as they may be where much is to stand
/// below them. Long names above the columns are turned, those beside the rows get no more than a fifth of the
/// width, and the totals give way to the cells' numbers.
[[nodiscard]] ConfusionFit fitConfusion(int width, const ConfusionMeasures& measures);

/// Height of its rows where there is more room than they need: cells a little higher than wide, at most.
[[nodiscard]] int highestRow(const ConfusionFit& fit);

/// The same with rows as high as `height` has room for. Where their text would not fit into them they stay as
/// they are: it scrolls then.
[[nodiscard]] ConfusionFit fittedTo(int height, ConfusionFit fit, const ConfusionMeasures& measures);

/// By how much numbers may be larger than a caption, in cells of this size.
[[nodiscard]] double numberScale(int cell, int row, int widestCount, int lineHeight);

}  // namespace glyphscope
