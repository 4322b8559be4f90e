// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/types/answer_rule.h"

#include "model/types/error.h"
#include "model/types/shortest_text.h"

#include <charconv>
#include <cmath>
#include <string>

namespace glyphscope {
namespace {

/// The number noted under `key`, all of the text being one.
std::optional<double> numberAt(const StateDict& weights, const char* key)
{
    const auto noted = weights.metadata.find(key);
    if (noted == weights.metadata.end())
        return std::nullopt;
    const std::string& text = noted->second;
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        throw Error(
            GLYPHSCOPE_TEXT(
                "Types",
                "The weights' metadata say %1 = \"%2\", which is not a finite number. Take other weights."),
            key, text);
    return number;
}

}  // namespace

AnswerRule answerRuleOf(const StateDict& weights)
{
    AnswerRule rule;
    rule.temperature = numberAt(weights, kTemperatureKey).value_or(rule.temperature);
    if (!(rule.temperature >= kLowestTemperature && rule.temperature <= kHighestTemperature))
        throw Error(GLYPHSCOPE_TEXT("Types", "The weights' metadata say %1 = \"%2\", which is not a "
                                             "temperature from %3 to %4. Take other weights."),
                    kTemperatureKey, weights.metadata.at(kTemperatureKey), kLowestTemperature,
                    kHighestTemperature);
    rule.leastEvidence = numberAt(weights, kLeastEvidenceKey);
    return rule;
}

void putAnswerRule(const AnswerRule& rule, StateDict& weights)
{
    weights.metadata.erase(kTemperatureKey);
    weights.metadata.erase(kLeastEvidenceKey);
    if (rule.temperature != AnswerRule().temperature)
        weights.metadata[kTemperatureKey] = shortestText(rule.temperature);
    if (rule.leastEvidence)
        weights.metadata[kLeastEvidenceKey] = shortestText(*rule.leastEvidence);
}

}  // namespace glyphscope
