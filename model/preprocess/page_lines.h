// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/preprocess/ink_components.h"

#include <vector>

namespace glyphscope {

/// Pieces that hang together, or would if the pen or the scan had not left gaps.
using PageBody = std::vector<InkComponent>;
/// From the left.
using PageLine = std::vector<PageBody>;

/// Pieces of ink put into lines of characters of that `height` (pixels), from the top. A line has no gap of
/// more than `widestGap` heights. Of two lines at one height the left one comes first. Low pieces go to the
/// character that is nearest. Pure.
[[nodiscard]] std::vector<PageLine> linesOf(std::vector<InkComponent> pieces, double height,
                                            double widestGap);

}  // namespace glyphscope
