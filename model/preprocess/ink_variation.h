// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

#include <cstdint>

namespace glyphscope {

/// How far a variation may go. Shares are of the figure's longer side.
struct InkVariation {
    double rotation = 10;   ///< degrees, either way
    double shear = 0.25;    ///< horizontal, either way: hands differ most in slant
    double stretch = 0.2;   ///< relative, along each axis
    double bend = 0.05;     ///< largest smooth displacement, a share
    double thinnest = 0.6;  ///< pen relative to the drawing's own
    double thickest = 1.6;  ///< likewise
};

/// `drawing` as another hand might have made it: turned, slanted, stretched and smoothly bent, with another
/// pen. Everything derives from `seed`. Pictures stay as they are. The strokes' order and number of points do
/// not change. (For characters of a pen: Simard et al. 2003; of whole strokes: Ha & Bunke 1997.)
[[nodiscard]] Drawing varied(const Drawing& drawing, std::uint64_t seed, const InkVariation& how = {});

/// Something that is no character: loops, hatching, or lines across each other. Derives from `seed`.
[[nodiscard]] Drawing scribble(std::uint64_t seed);

}  // namespace glyphscope
