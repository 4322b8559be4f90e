// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/raster.h"

#include <optional>
#include <vector>

namespace glyphscope {

/// A picture of real values, row by row.
struct GreyField {
    int width = 0;
    int height = 0;
    std::vector<float> values;

    GreyField(int w, int h)
        : width(w), height(h), values(static_cast<std::size_t>(w) * static_cast<std::size_t>(h))
    {
    }
    [[nodiscard]] std::size_t index(int x, int y) const
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
    }
};

/// Pixels along the longer side that a single figure is looked at in.
inline constexpr int kFigureDetail = 512;

/// `grey` with its longer side brought into [256, longest]: area means down, bilinear up. Not empty.
[[nodiscard]] GreyField toWorkingSize(const Raster& grey, int longest = kFigureDetail);

/// Means of blocks of `times` by `times` values; the last ones may be smaller.
[[nodiscard]] GreyField blockMeans(const GreyField& field, int times);

/// `field` less the plane through its border (least squares over a thin rim).
[[nodiscard]] GreyField lessBorderPlane(const GreyField& field);

/// `field` less the mean of its paper within `radius` along each axis. Paper is where `ink` is 0; an empty
/// `ink` counts everything as paper. Where there is no paper nearby, the mean of all paper.
[[nodiscard]] GreyField lessLocalPaper(const GreyField& field, const Raster& ink, int radius);

/// The threshold that parts `field` with the greatest variance between both sides (Otsu 1979).
[[nodiscard]] float otsuThreshold(const GreyField& field);

/// The same between paper (around 0) and ink (above), with the paper's weight limited so
/// that a thin line on a large sheet is not outvoted. Nothing if no ink stands out from the paper's noise.
[[nodiscard]] std::optional<float> inkThreshold(const GreyField& contrast);

}  // namespace glyphscope
