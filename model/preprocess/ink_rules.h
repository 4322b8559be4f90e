// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/raster.h"

#include <vector>

namespace glyphscope {

/// A straight line of ink, across a mask (`vertical`: down it; x and y are then exchanged).
struct RuleLine {
    bool vertical = false;
    int first = 0;  ///< columns [first, last] that it runs over
    int last = 0;
    std::vector<double> at;  ///< its middle in each of these columns
    double thickness = 0;    ///< pixels, median
    double seen = 0;         ///< share of its columns where it is bare, with no other ink upon it
    [[nodiscard]] int length() const { return last - first + 1; }
    [[nodiscard]] double middle() const { return at[at.size() / 2]; }
};

/// What was drawn before the figure: ruled and graph paper, margins, boxes, underlines.
struct InkRules {
    Raster lines;              ///< 255 where ink is a line alone; empty where there are no lines
    bool alongFigure = false;  ///< a line that was taken out lies along the figure: what is left is uncertain
};

/// Thin straight lines in a mask that reach over at least a fifth of it, up to 6 degrees off its axes,
/// slightly bent too: a Hough transform (Duda & Hart 1972) of the middles of thin runs, followed along each
/// line. Strokes of a figure may be among them. Pure.
[[nodiscard]] std::vector<RuleLine> straightLines(const Raster& ink);

/// The lines in `ink` that are no part of the figure: they run through the picture, close a box, or run on
/// beyond the figure on both sides. Where ink of the figure crosses a line it stays. Pure.
[[nodiscard]] InkRules rulesIn(const Raster& ink);

}  // namespace glyphscope
