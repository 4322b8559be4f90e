// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

namespace glyphscope {

/// Decides what a picture's ink lies on; what its options say, otherwise: Sheet where all is opaque, or where
/// what is opaque fills most of its box and holds ink of its own (a card with round corners, a torn-out
/// page); Transparent where the opaque part is the figure, of whatever colour. Never Auto. Pure.
[[nodiscard]] PictureGround groundOf(const Picture& picture);

/// One of red (0), green (1) and blue (2) of a picture laid over white, or its luminance where it has no
/// colours.
[[nodiscard]] Raster channelOf(const Picture& picture, int channel);

/// Whether alpha and colours fit the grey, and the transparency tells anything: at least one pixel in 200 is
/// transparent and one in 1,000 is not.
[[nodiscard]] bool hasColours(const Picture& picture);
[[nodiscard]] bool hasTransparency(const Picture& picture);

/// The alpha from which a pixel counts as opaque: half of the most.
[[nodiscard]] int opaqueFrom(const Raster& alpha);

}  // namespace glyphscope
