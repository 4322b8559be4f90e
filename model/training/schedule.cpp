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

/// Where a rate is that rises over the first share of the steps and falls over the others.
struct Way {
    double at = 0;    ///< steps done
    double up = 1;    ///< steps that it rises
    double down = 0;  ///< share of the way down that is done, in [0, 1]

    [[nodiscard]] bool rising() const { return at < up; }
};

Way wayAfter(std::int64_t step, std::int64_t total, double warmup)
{
    const double up = std::max(1.0, warmup * static_cast<double>(total));
    const double at = static_cast<double>(step);
    const double down = static_cast<double>(total) - up;
    return {at, up, step < total ? (at - up) / down : 1.0};
}

}  // namespace

double oneCycle(std::int64_t step, std::int64_t total, double peak, double warmup)
{
    const double start = peak / 25;
    const Way way = wayAfter(step, total, warmup);
    // Not (way.at / way.up): that has other last bits than the runs of earlier versions, which are resumed
    // with.
    return way.rising() ? start + (peak - start) * way.at / way.up : peak * halfCosine(way.down);
}

double upAndDown(std::int64_t step, std::int64_t total, double peak, double warmup)
{
    const double start = peak / 5;
    const Way way = wayAfter(step, total, warmup);
    return way.rising() ? start + (peak - start) * (way.at / way.up) : peak * (1 - way.down);
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
    case ScheduleKind::Linear:
        return upAndDown(step, total, peak, options.warmup);
    }
    return peak;
}

}  // namespace glyphscope
