// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/preview_geometry.h"

#include <algorithm>

namespace glyphscope {
namespace {

constexpr int kLeast = 36;  // sides of a digit
constexpr int kMost = 56;
constexpr int kGap = 4;
constexpr int kBetweenBands = 8;

}  // namespace

PreviewGeometry previewGeometry(int count, int width)
{
    PreviewGeometry result;
    if (count <= 0)
        return result;
    const int fitting = std::clamp((width + kGap) / (kLeast + kGap), 1, count);
    const int bands = (count + fitting - 1) / fitting;
    const int columns = (count + bands - 1) / bands;  // bands of one length
    const int side = std::clamp((width + kGap) / columns - kGap, kLeast, kMost);
    const int band = 2 * side + kGap;
    for (int i = 0; i < count; ++i) {
        const int x = i % columns * (side + kGap);
        const int y = i / columns * (band + kBetweenBands);
        result.originals.append(QRect(x, y, side, side));
        result.distorted.append(QRect(x, y + side + kGap, side, side));
    }
    result.height = bands * (band + kBetweenBands) - kBetweenBands;
    return result;
}

}  // namespace glyphscope
