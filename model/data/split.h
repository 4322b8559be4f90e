// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/dataset.h"

#include <cstdint>
#include <vector>

namespace glyphscope {

/// Positions in a dataset, ascending: together all of it, without overlap.
struct Split {
    std::vector<std::uint32_t> train;
    std::vector<std::uint32_t> validation;
};

/// Sets `share` of every class aside for validation (stratified; each class rounded to the nearest whole, one
/// image of each always stays in training), but at least `least` of every class that has more. `share` in
/// [0, 1). The same labels, share and seed give the same split on every machine: Fisher-Yates drawn from
/// SplitMix64 (Steele et al. 2014).
[[nodiscard]] Split validationSplit(const std::vector<std::uint8_t>& labels, double share, std::uint64_t seed,
                                    int least = 0);

/// The images and labels at `positions`, in that order. Throws Error if one lies beyond the end.
[[nodiscard]] Dataset subset(const Dataset& data, const std::vector<std::uint32_t>& positions);

}  // namespace glyphscope
