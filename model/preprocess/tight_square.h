// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/stages.h"

#include <algorithm>

namespace glyphscope {

/// Step 2 of the preprocessing: the square that is resampled to 20x20. It may reach past the right and lower
/// edge of the bitmap.
struct TightSquare {
    int left = 0;
    int top = 0;
    int side = 0;
};

[[nodiscard]] inline TightSquare squareAround(const Box& tight)
{
    constexpr int kSmallestSide = 10;
    const int side = std::max({tight.width, tight.height, kSmallestSide});
    return {std::max(0, tight.x - (side - tight.width) / 2), std::max(0, tight.y - (side - tight.height) / 2),
            side};
}

}  // namespace glyphscope
