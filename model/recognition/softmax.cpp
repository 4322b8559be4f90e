// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/recognition/softmax.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace glyphscope {

namespace {

float logSumExp(const std::vector<float>& logits, float highest)
{
    double sum = 0;
    for (const float logit : logits)
        sum += std::exp(static_cast<double>(logit - highest));
    return highest + static_cast<float>(std::log(sum));
}

Verdict verdictOf(const Prediction& prediction, const AnswerRule& rule)
{
    if (rule.leastEvidence && prediction.evidence < *rule.leastEvidence)
        return Verdict::NotADigit;
    const float p = prediction.probabilities[static_cast<std::size_t>(prediction.best)];
    return p >= kSureProbability && prediction.margin() >= kSureMargin ? Verdict::Digit : Verdict::Unsure;
}

}  // namespace

Prediction predictionOf(std::vector<float> logits, const AnswerRule& rule)
{
    Prediction result;
    if (logits.empty())
        return result;
    const float highest = *std::max_element(logits.begin(), logits.end());
    const auto inverse = static_cast<float>(1 / rule.temperature);
    std::transform(logits.begin(), logits.end(), std::back_inserter(result.probabilities),
                   [highest, inverse](float logit) { return std::exp((logit - highest) * inverse); });
    const float sum = std::accumulate(result.probabilities.begin(), result.probabilities.end(), 0.0F);
    for (float& p : result.probabilities)
        p /= sum;
    result.evidence = logSumExp(logits, highest);

    for (int k = 0; k < static_cast<int>(logits.size()); ++k) {
        const auto value = [&logits](int i) { return logits[static_cast<std::size_t>(i)]; };
        if (result.best < 0 || value(k) > value(result.best)) {
            result.second = result.best;
            result.best = k;
        } else if (result.second < 0 || value(k) > value(result.second)) {
            result.second = k;
        }
    }
    result.verdict = verdictOf(result, rule);
    result.logits = std::move(logits);
    return result;
}

}  // namespace glyphscope
