// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/reliability.h"
#include "model/types/training_progress.h"

#include <cstdint>
#include <span>
#include <vector>

namespace glyphscope {

inline constexpr int kReliabilityBins = 15;  ///< as in Guo et al. 2017

/// How often answers were right, by how sure they were: `bins` bins of equal width (DeGroot & Fienberg 1983;
/// Niculescu-Mizil & Caruana 2005). `confidence` is the answer's probability, glyph by glyph, `right` 1 where
/// the answer was right, else 0. Throws Error if the two are not of one size, a confidence is not in [0, 1]
/// (1e-5 above is taken for 1, a rounded softmax) or `bins` is not above 0.
[[nodiscard]] std::vector<ReliabilityBin> reliability(std::span<const float> confidence,
                                                      std::span<const std::uint8_t> right,
                                                      int bins = kReliabilityBins);

/// The same of an evaluation, with the labels it was judged by. Throws Error if they are not of one size.
[[nodiscard]] std::vector<ReliabilityBin>
reliability(const Evaluation& evaluation, std::span<const std::uint8_t> labels, int bins = kReliabilityBins);

/// The mean over all answers of |accuracy - confidence| of their bin (Naeini, Cooper & Hauskrecht 2015), in
/// [0, 1]; 0 where there are no answers. Few answers a bin make it too large.
[[nodiscard]] double expectedCalibrationError(std::span<const ReliabilityBin> bins);

}  // namespace glyphscope
