// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/dataset.h"
#include "model/types/train_options.h"

#include <cstdint>
#include <vector>

namespace glyphscope {

/// How many images of `train` an epoch of `options` goes through: all of them, or options.selectImages if
/// that is fewer.
[[nodiscard]] std::int64_t imagesPerEpoch(const Dataset& train, const TrainOptions& options);

/// The images worth training on, as ascending indices, imagesPerEpoch() of them: two small networks (196 mean
/// pixels, 256 hidden units) go once through one half of the images each and judge the other half.
/// options.hardShare of the choice are those they find hardest, but for the thousandth at the very top, where
/// the wrong labels are; the others are taken at random from the rest, that thousandth too, so that the easy
/// ones stay in (selection via proxy, Coleman et al. 2020). Images of no class come in by chance, as many as
/// is their share. The same seed chooses the same.
[[nodiscard]] std::vector<std::int64_t> selectImages(const Dataset& train, const TrainOptions& options);

}  // namespace glyphscope
