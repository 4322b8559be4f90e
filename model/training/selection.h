// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/dataset.h"
#include "model/types/train_options.h"

#include <cstdint>
#include <vector>

namespace glyphscope {

/// How many images of `train` an epoch of `options` goes through: all of them, or options.selectImages where
/// so many have a class.
[[nodiscard]] std::int64_t imagesPerEpoch(const Dataset& train, const TrainOptions& options);

/// The images worth training on, as ascending indices, imagesPerEpoch() of them: two small networks (196 mean
/// pixels, 256 hidden units) go once through one half of the images each and judge the other half.
/// options.hardShare of the choice are those they find hardest, but for the thousandth at the very top, where
/// the wrong labels are; the others are taken at random from the rest, that thousandth too, so that the easy
/// ones stay in (selection via proxy, Coleman et al. 2020). Images of no class teach them nothing and are
/// never chosen. The same seed chooses the same.
[[nodiscard]] std::vector<std::int64_t> selectImages(const Dataset& train, const TrainOptions& options);

}  // namespace glyphscope
