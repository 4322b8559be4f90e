// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/number_score.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {

CandidateScore scoreOf(const NumberCandidate& candidate, double height, double gap,
                       const NumberWeights& weights)
{
    constexpr double kLeast = 1e-6;
    const Prediction& prediction = candidate.prediction;
    CandidateScore score;
    if (prediction.best < 0)
        return {-20, 0, 0, 0};
    const double probability = prediction.probabilities[static_cast<std::size_t>(prediction.best)];
    score.certainty = weights.certainty * std::log(std::max(kLeast, probability));
    score.evidence =
        weights.evidence * std::min(0.0, static_cast<double>(prediction.evidence) - weights.enough);
    const double lacking = height > 0 ? std::max(0.0, 1 - candidate.box.height / height) : 0;
    score.size = -weights.low * lacking * lacking;
    if (height > 0)
        score.size -= weights.wide * std::max(0.0, candidate.box.width / height - 1.1);
    score.joins = weights.part - weights.gap * std::max(0.0, height > 0 ? gap / height : 0);
    return score;
}

}  // namespace glyphscope
