// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/preprocess/page_lines.h"
#include "model/types/picture_steps.h"

#include <vector>

namespace glyphscope {

/// Pixels along the longer side that a page is looked at in.
inline constexpr int kPageDetail = 1280;

/// What is written on a page, in pixels of its ink.
struct PageInk {
    double height = 0;            ///< of a character
    int characters = 0;           ///< pieces that are as high as one, at least
    std::vector<PageLine> lines;  ///< in reading order
};

/// Finds the writing among the ink of a page: without what reaches in from the border, folds, frames, punch
/// marks and dust, and without what is much fainter than the rest, as the back side that shows through.
///
/// Lines are chains of pieces that follow each other at one height, less the slope of the page. What stands
/// further apart than `widestGap`, in characters' heights, is another line. Pure.
[[nodiscard]] PageInk pageInk(const PictureSteps& steps, double widestGap = 4);

}  // namespace glyphscope
