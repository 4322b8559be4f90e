// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/raster.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace glyphscope::test {

/// Mean difference of the glyphs, with the better of the nine ways to shift one by up to a pixel: barycentres
/// near a whole number fall to either side.
inline double difference(const Glyph& a, const Glyph& b)
{
    double best = 255;
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx) {
            double sum = 0;
            for (int y = 1; y < kGlyphSide - 1; ++y)
                for (int x = 1; x < kGlyphSide - 1; ++x)
                    sum += std::abs(a[static_cast<std::size_t>(y * kGlyphSide + x)] -
                                    b[static_cast<std::size_t>((y + dy) * kGlyphSide + x + dx)]);
            best = std::min(best, sum / kGlyphPixels);
        }
    return best;
}

}  // namespace glyphscope::test
