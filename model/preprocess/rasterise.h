// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/preprocess/ink_mask.h"
#include "model/preprocess/ink_plane.h"
#include "model/types/drawing.h"

#include <vector>

namespace glyphscope {

/// Step 0 of the preprocessing: strokes, and the ink of a picture beneath them, as a 128x128 bilevel bitmap
/// (255 ink, 0 paper; all 0 when there is nothing).
///
/// The figure, with the width of its widest pen, is scaled to a longer side of 100 pixels and centred, then
/// snapped to 1/64 pixel: the same drawing elsewhere or in another size gives the same bytes. Strokes are
/// round-capped, `strokeWidth * pen` of the figure's longer side wide (2 % to 40 %); a pixel is ink where at
/// least half of its 4x4 sub-samples are covered. A figure without extent is a dot.
/// Points that are not finite, or beyond +-1e100, are left out.
[[nodiscard]] Raster rasterise(const std::vector<Stroke>& strokes, const InkMask& mask, double strokeWidth);

}  // namespace glyphscope
