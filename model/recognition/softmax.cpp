// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/recognition/softmax.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace glyphscope {

Prediction predictionOf(std::vector<float> logits)
{
    Prediction result;
    if (logits.empty())
        return result;
    const float highest = *std::max_element(logits.begin(), logits.end());
    std::transform(logits.begin(), logits.end(), std::back_inserter(result.probabilities),
                   [highest](float logit) { return std::exp(logit - highest); });
    const float sum = std::accumulate(result.probabilities.begin(), result.probabilities.end(), 0.0F);
    for (float& p : result.probabilities)
        p /= sum;

    for (int k = 0; k < static_cast<int>(logits.size()); ++k) {
        const auto value = [&logits](int i) { return logits[static_cast<std::size_t>(i)]; };
        if (result.best < 0 || value(k) > value(result.best)) {
            result.second = result.best;
            result.best = k;
        } else if (result.second < 0 || value(k) > value(result.second)) {
            result.second = k;
        }
    }
    const float p = result.probabilities[static_cast<std::size_t>(result.best)];
    const bool sure = p >= kSureProbability && result.margin() >= kSureMargin;
    result.verdict = sure ? Verdict::Digit : Verdict::Unsure;
    result.logits = std::move(logits);
    return result;
}

}  // namespace glyphscope
