// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/prediction.h"

#include <vector>

namespace glyphscope {

/// The answer that `logits` (one a class) give: softmax, the two best classes and the verdict. Unsure where
/// the best class has less than kSureProbability or leads the second by less than kSureMargin.
[[nodiscard]] Prediction predictionOf(std::vector<float> logits);

inline constexpr float kSureProbability = 0.80F;
inline constexpr float kSureMargin = 0.65F;

}  // namespace glyphscope
