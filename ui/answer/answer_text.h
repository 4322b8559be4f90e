// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/answer_rule.h"
#include "model/types/prediction.h"

#include <QtCore/QString>

namespace glyphscope {

/// "97.3 %". Never "100.0 %" or "0.0 %" for what is only close to it: "> 99.9 %", "< 0.1 %".
[[nodiscard]] QString confidenceText(float probability);

/// The answer in a few plain words: "It is a 7", "It is: Pullover", "Not sure: 4 or 9?", "Not a digit",
/// "Nothing drawn yet".
[[nodiscard]] QString verdictText(const Prediction& prediction, const ClassSet& classes);

/// What is behind it: "98.2 % sure. Second guess 1 with 0.9 %, 97.3 points behind."
[[nodiscard]] QString detailText(const Prediction& prediction, const ClassSet& classes);

/// How much speaks for any class at all, and how much it takes: "Evidence 3.1; less than 5.0 is not a digit."
/// Says so where the weights refuse nothing. Empty where nothing is drawn.
[[nodiscard]] QString evidenceText(const Prediction& prediction, const AnswerRule& rule,
                                   const ClassSet& classes);

}  // namespace glyphscope
