// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/network_spec.h"
#include "model/types/raster.h"
#include "model/types/state_dict.h"
#include "model/types/train_options.h"

#include <cstdint>
#include <string>
#include <vector>

/// What a training begins with, to be looked at before it runs.
namespace glyphscope {

/// Weights as PyTorch would draw them from a seed. Throws Error for a network that does not fit.
[[nodiscard]] StateDict freshWeights(const NetworkSpec& network, std::uint64_t seed);

/// The same of shippedNetwork(), which trainings begin with where they name no other. Throws Error unless
/// there are 2 to 256 classes.
[[nodiscard]] StateDict initialWeights(std::uint64_t seed, const std::vector<std::string>& classNames,
                                       int classCount);

/// A distorted copy of each glyph, every one in its own way, as a training with `how` sees them.
[[nodiscard]] std::vector<Glyph> augmented(const std::vector<Glyph>& glyphs, const Augmentation& how,
                                           std::uint64_t seed);

}  // namespace glyphscope
