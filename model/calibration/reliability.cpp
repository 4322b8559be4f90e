// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calibration/reliability.h"

#include "model/types/error.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace glyphscope {
namespace {

constexpr float kRounding = 1e-5F;

void checkSizes(std::size_t confidences, std::size_t others, MessageText unequal)
{
    if (confidences != others)
        throw Error(unequal, confidences, others);
}

/// Closed above, as in Guo et al.: of 15 bins, 0.2 is in the third, as a float too.
std::size_t binOf(double confidence, int bins)
{
    const double above = std::ceil(confidence * bins - 1e-6);
    return static_cast<std::size_t>(std::clamp(static_cast<int>(above) - 1, 0, bins - 1));
}

}  // namespace

std::vector<ReliabilityBin> reliability(std::span<const float> confidence,
                                        std::span<const std::uint8_t> right, int bins)
{
    checkSizes(confidence.size(), right.size(),
               GLYPHSCOPE_TEXT("Calibration",
                               "Calibration: %1 confidences and %2 verdicts do not belong together."));
    if (bins < 1)
        throw Error(GLYPHSCOPE_TEXT("Calibration", "Calibration: there must be at least one bin, not %1."),
                    bins);
    std::vector<ReliabilityBin> result(static_cast<std::size_t>(bins));
    for (std::size_t i = 0; i < confidence.size(); ++i) {
        if (!(confidence[i] >= 0 && confidence[i] <= 1 + kRounding))
            throw Error(GLYPHSCOPE_TEXT("Calibration",
                                        "Calibration: confidence %1 of glyph %2 is no probability. "
                                        "The weights that gave it are too large; take others."),
                        confidence[i], i + 1);
        const double sure = std::min(1.0, static_cast<double>(confidence[i]));
        ReliabilityBin& bin = result[binOf(sure, bins)];
        ++bin.count;
        bin.confidence += sure;
        bin.accuracy += right[i] != 0 ? 1 : 0;
    }
    for (ReliabilityBin& bin : result) {
        const auto n = static_cast<double>(std::max<std::int64_t>(1, bin.count));
        bin.confidence /= n;
        bin.accuracy /= n;
    }
    return result;
}

std::vector<ReliabilityBin> reliability(const Evaluation& evaluation, std::span<const std::uint8_t> labels,
                                        int bins)
{
    checkSizes(
        evaluation.confidence.size(), labels.size(),
        GLYPHSCOPE_TEXT("Calibration", "Calibration: %1 confidences and %2 labels do not belong together."));
    checkSizes(
        evaluation.confidence.size(), evaluation.answers.size(),
        GLYPHSCOPE_TEXT("Calibration", "Calibration: %1 confidences and %2 answers do not belong together."));
    std::vector<std::uint8_t> right(labels.size());
    std::ranges::transform(evaluation.answers, labels, right.begin(), std::equal_to<>());
    return reliability(evaluation.confidence, right, bins);
}

double expectedCalibrationError(std::span<const ReliabilityBin> bins)
{
    double gaps = 0;
    std::int64_t count = 0;
    for (const ReliabilityBin& bin : bins) {
        gaps += static_cast<double>(bin.count) * std::abs(bin.accuracy - bin.confidence);
        count += bin.count;
    }
    return count == 0 ? 0 : gaps / static_cast<double>(count);
}

}  // namespace glyphscope
