// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

#include <array>

namespace glyphscope {

/// How a flat rectangle is seen: the projective map that takes (0, 0), (1, 0), (1, 1) and (0, 1) to four
/// points (Heckbert 1989, "Fundamentals of Texture Mapping and Image Warping").
class PlaneView {
public:
    /// The points in that order; no three of them on one line.
    explicit PlaneView(const std::array<Point, 4>& corners);

    [[nodiscard]] Point operator()(Point p) const;

private:
    std::array<double, 8> m_map{};  // x = (0 u + 1 v + 2) / d, y = (3 u + 4 v + 5) / d, d = 6 u + 7 v + 1
};

/// The part of a picture that lies in `corners` (pixels, from the top left clockwise), set straight: `width`
/// by `height` pixels of grey and colours, where it has some, without alpha. Bilinear. Pure.
[[nodiscard]] Picture straightened(const Picture& picture, const std::array<Point, 4>& corners, int width,
                                   int height);

}  // namespace glyphscope
