// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/answer_rule.h"
#include "model/types/prediction.h"

#include <vector>

namespace glyphscope {

/// The answer that `logits` (one a class) give by `rule`: softmax, evidence, the two best classes and the
/// verdict. Not a digit where the evidence is below the rule's least; else unsure where the best class has
/// less than kSureProbability or leads the second by less than kSureMargin.
[[nodiscard]] Prediction predictionOf(std::vector<float> logits, const AnswerRule& rule = {});

inline constexpr float kSureProbability = 0.80F;
inline constexpr float kSureMargin = 0.65F;

}  // namespace glyphscope
