// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/raster.h"

#include <cstdint>
#include <vector>

namespace glyphscope {

/// Side of the bilevel bitmap that every figure is drawn into, pixels.
inline constexpr int kBitmapSide = 128;

/// Coordinates inside the bitmap are whole 64ths of a pixel.
inline constexpr int kUnitsPerPixel = 64;

/// A capsule: all points within `radius` of the segment from (ax, ay) to (bx, by). Units of 1/64 pixel.
struct Capsule {
    int ax = 0;
    int ay = 0;
    int bx = 0;
    int by = 0;
};

/// 128x128 pixels of 4x4 sub-samples each, one bit a sub-sample. Shapes are added by OR.
class InkPlane {
public:
    InkPlane();

    /// Sets the sub-samples whose centres lie in the capsule. `halfWidths` is capHalfWidths(radius).
    void add(const Capsule& capsule, const std::vector<float>& halfWidths);

    /// Sets the sub-samples whose centres lie in [left, right) x [top, bottom). Units of 1/64 pixel.
    void addRectangle(int left, int top, int right, int bottom);

    /// 255 where at least half of a pixel's sub-samples are set, 0 elsewhere.
    [[nodiscard]] Raster threshold() const;

private:
    void fill(int row, int first, int last);

    std::vector<std::uint64_t> m_bits;
};

/// Half the chord of a circle of `radius` at every whole distance 0..radius from its centre, then minus
/// infinity for all beyond.
[[nodiscard]] std::vector<float> capHalfWidths(int radius);

}  // namespace glyphscope
