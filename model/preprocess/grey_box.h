// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/raster.h"

namespace glyphscope {

/// The 20x20 of a figure in a picture of few pixels, whose greys tell more than a threshold leaves: its tight
/// box, squared about its middle and resampled (Catmull-Rom 1974 up, area means down), the peak at 255. One
/// that has 20 pixels along its longer side stays to the byte. All 0 where there is nothing.
/// `amounts`: 0 paper, 255 ink.
[[nodiscard]] Raster greyBoxOf(const Raster& amounts);

}  // namespace glyphscope
