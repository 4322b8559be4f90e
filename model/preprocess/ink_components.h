// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/raster.h"

namespace glyphscope {

/// Removes what is not the figure from a mask (255 ink, 0 paper), judging 8-connected components: everything
/// that touches the border and every ruled frame, if a figure of some size remains without them; then specks.
/// Returns an empty mask of the same size when nothing is left.
[[nodiscard]] Raster withoutStrayInk(const Raster& ink);

/// Mean width of the lines in a mask, pixels: twice area by perimeter. 0 when there is no ink.
[[nodiscard]] double meanLineWidth(const Raster& ink);

}  // namespace glyphscope
