// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

#include <cstdint>

namespace glyphscope {

/// How far a variation may go. Shares are of the figure's longer side.
struct InkVariation {
    double rotation = 8;     ///< degrees, either way
    double shear = 0.2;      ///< horizontal, either way: hands differ most in slant
    double stretch = 0.15;   ///< relative, along each axis
    double bend = 0.04;      ///< largest smooth displacement, a share
    double thinnest = 0.65;  ///< pen relative to the drawing's own
    double thickest = 1.25;  ///< likewise
};

/// `drawing` as another hand might have made it: turned, slanted, stretched and smoothly bent, with another
/// pen. Everything derives from `seed`. Pictures stay as they are. The strokes' order and number of points do
/// not change. (For characters of a pen: Simard et al. 2003; of whole strokes: Ha & Bunke 1997.)
[[nodiscard]] Drawing varied(const Drawing& drawing, std::uint64_t seed, const InkVariation& how = {});

/// `drawing` of the digit 0, 1 or 7 in one of the ways that people with pens write it and MNIST hardly has:
/// a zero with a slash or a bar, a one with a long flag, a foot or both, a seven with a bar. Each as likely
/// as not; as it is where it does not look like the plain form (of several strokes, a one that is not
/// upright) and for other digits. Derives from `seed`.
[[nodiscard]] Drawing withPenHabit(const Drawing& drawing, int digit, std::uint64_t seed);

/// Something that is no character: loops, hatching, or lines across each other. Derives from `seed`.
[[nodiscard]] Drawing scribble(std::uint64_t seed);

}  // namespace glyphscope
