// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/answer_rule.h"
#include "model/types/prediction.h"
#include "ui/answer/character_row.h"

#include <QtCore/QString>

namespace glyphscope {

/// The answer in a few plain words: "It is a 7", "It is: Pullover", "Not sure: 4 or 9?", "Not a digit",
/// "Nothing drawn yet".
[[nodiscard]] QString verdictText(const Prediction& prediction, const ClassSet& classes);

/// What is behind it: "98.2 % sure. Next: 1 (0.9 %)."
[[nodiscard]] QString detailText(const Prediction& prediction, const ClassSet& classes);

/// The same of a number: "It is 42", "Not sure: 4?". Details are those of the character in focus.
[[nodiscard]] QString verdictText(const std::vector<CharacterCell>& number, int focus);
/// Of a page: a line each.
[[nodiscard]] QString linesText(const std::vector<CharacterCell>& number);
[[nodiscard]] QString detailText(const CharacterCell& focused, const Prediction& prediction,
                                 const ClassSet& classes);

/// How much speaks for any class at all, and from where on these weights answer, in numbers. Says so where
/// they refuse nothing. Empty where nothing is drawn.
[[nodiscard]] QString evidenceText(const Prediction& prediction, const AnswerRule& rule);

}  // namespace glyphscope
