// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace glyphscope {
namespace {

/// From 1 to 0 as `share` goes from 0 to 1.
double halfCosine(double share)
{
    return 0.5 * (1 + std::cos(std::numbers::pi * share));
}

}  // namespace

double oneCycle(std::int64_t step, std::int64_t total, double peak, double warmup)
{
    const double start = peak / 25;
    const double up = std::max(1.0, warmup * static_cast<double>(total));
    const double at = static_cast<double>(step);
    if (at < up)
        return start + (peak - start) * at / up;
    const double down = static_cast<double>(total) - up;
    const double share = at < static_cast<double>(total) ? (at - up) / down : 1.0;
    return peak * halfCosine(share);
}

double scheduledRate(std::int64_t step, std::int64_t stepsPerEpoch, std::int64_t total,
                     const TrainOptions& options)
{
    const double peak = options.peakLearningRate;
    switch (options.schedule) {
    case ScheduleKind::OneCycle:
        return oneCycle(step, total, peak, options.warmup);
    case ScheduleKind::Constant:
        break;
    case ScheduleKind::Cosine:
        return peak * halfCosine(static_cast<double>(step) / static_cast<double>(total));
    case ScheduleKind::Step:
        return peak * std::pow(options.decayFactor,
                               static_cast<double>(step / (stepsPerEpoch * options.decayEvery)));
    }
    return peak;
}

}  // namespace glyphscope
