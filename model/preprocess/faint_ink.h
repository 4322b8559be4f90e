// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/preprocess/ink_components.h"

#include <utility>
#include <vector>

namespace glyphscope {

/// Drops pieces of `ink` that differ much less from the paper around them than most of what is written does,
/// as the back side does that shows through. `grey`: the picture, of the size of the ink. Pure.
void dropFaint(std::vector<InkComponent>& pieces, const Raster& ink, const Raster& grey);

/// The same for a mask (255 ink, 0 paper).
[[nodiscard]] Raster withoutFaintInk(const Raster& ink, const Raster& grey);

/// The value that a share of all weight is below. 0 where there are none.
[[nodiscard]] double weightedQuantile(std::vector<std::pair<double, double>> valuesAndWeights, double share);

}  // namespace glyphscope
