// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/state_dict.h"

#include <optional>

namespace glyphscope {

/// How logits become an answer. It belongs to the weights, in whose metadata it is kept.
struct AnswerRule {
    /// Divides the logits before the softmax (Guo et al. 2017, "On Calibration of Modern Neural Networks"),
    /// > 0. 1 leaves the probabilities as the network was trained to give them.
    double temperature = 1;
    /// Log-sum-exp of the logits below which a glyph is none of the classes (the negative free energy of Liu
    /// et al. 2020). None: the weights were never taught what is no digit, and everything is answered.
    std::optional<double> leastEvidence;
    friend bool operator==(const AnswerRule&, const AnswerRule&) = default;
};

inline constexpr const char* kTemperatureKey = "answer.temperature";
inline constexpr const char* kLeastEvidenceKey = "answer.least_evidence";
inline constexpr double kLowestTemperature = 0.05;
inline constexpr double kHighestTemperature = 20;

/// The rule noted beside `weights`; what is not noted is as AnswerRule has it. Throws Error that names the
/// key and its value if that is no finite number, or no temperature from kLowestTemperature to
/// kHighestTemperature.
[[nodiscard]] AnswerRule answerRuleOf(const StateDict& weights);

/// Notes the rule beside `weights`, instead of one that was there, in the fewest digits that read back as the
/// same numbers. What is as AnswerRule has it is left out.
void putAnswerRule(const AnswerRule& rule, StateDict& weights);

}  // namespace glyphscope
