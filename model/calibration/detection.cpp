// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calibration/detection.h"

#include "model/types/error.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace glyphscope {
namespace {

std::vector<float> sorted(std::span<const float> scores)
{
    std::vector<float> result(scores.begin(), scores.end());
    std::ranges::sort(result);
    return result;
}

void checkScores(std::span<const float> scores, MessageText kind)
{
    if (scores.empty())
        throw Error(GLYPHSCOPE_TEXT("Calibration",
                                    "Calibration: there are no %1, so there is nothing to tell apart."),
                    kind);
    if (std::ranges::any_of(scores, [](float score) { return std::isnan(score); }))
        throw Error(GLYPHSCOPE_TEXT("Calibration", "Calibration: the score of one of the %1 is not a number. "
                                                   "Take weights that are not damaged."),
                    kind);
}

}  // namespace

double auroc(std::span<const float> positives, std::span<const float> negatives)
{
    checkScores(positives, GLYPHSCOPE_TEXT("Calibration", "positives"));
    checkScores(negatives, GLYPHSCOPE_TEXT("Calibration", "negatives"));
    const std::vector<float> below = sorted(negatives);
    double wins = 0;  // the Mann-Whitney statistic: pairs that the positive wins
    for (const float score : positives) {
        const auto [first, last] = std::ranges::equal_range(below, score);
        wins += static_cast<double>(first - below.begin()) + static_cast<double>(last - first) / 2;
    }
    return wins / (static_cast<double>(positives.size()) * static_cast<double>(negatives.size()));
}

double refusedShare(std::span<const float> evidence, double leastEvidence)
{
    const auto refused =
        std::ranges::count_if(evidence, [leastEvidence](double value) { return value < leastEvidence; });
    return evidence.empty() ? 0 : static_cast<double>(refused) / static_cast<double>(evidence.size());
}

double evidenceThreshold(std::span<const float> evidenceOfDigits, double share)
{
    checkScores(evidenceOfDigits, GLYPHSCOPE_TEXT("Calibration", "digits"));
    if (!std::ranges::all_of(evidenceOfDigits, [](float value) { return std::isfinite(value); }))
        throw Error(GLYPHSCOPE_TEXT(
            "Calibration",
            "Calibration: the evidence of a digit is not finite. Take weights that are not damaged."));
    if (!(share >= 0 && share < 1))
        throw Error(GLYPHSCOPE_TEXT(
                        "Calibration",
                        "Calibration: the share of digits to refuse is %1; it must be from 0 to below 1."),
                    share);
    const std::vector<float> lowestFirst = sorted(evidenceOfDigits);
    // 0.29 * 100 is a little below 29
    const auto refused =
        static_cast<std::size_t>(std::floor(share * static_cast<double>(lowestFirst.size()) + 1e-9));
    return lowestFirst[std::min(refused, lowestFirst.size() - 1)];
}

}  // namespace glyphscope
