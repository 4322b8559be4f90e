// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/axis_ticks.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr double kSlack = 1e-9;  // of a step: 0.3 / 0.1 is not quite 3

AxisTicks ticksBetween(double first, double last, double step)
{
    AxisTicks ticks;
    for (double i = first; i <= last; ++i)
        ticks.values.append(i * step);
    ticks.from = first * step;
    ticks.to = last * step;
    ticks.decimals = std::max(0, static_cast<int>(-std::floor(std::log10(step) + kSlack)));
    return ticks;
}

}  // namespace

double roundStep(double span, int most)
{
    const double least = span / std::max(1, most);
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= least * (1 - kSlack))
            return factor * power;
    return 10 * power;
}

AxisTicks roundTicks(double low, double high, int most)
{
    if (!(high > low)) {
        const double margin = low == 0 ? 0.5 : std::abs(low) / 10;
        low -= margin;
        high = low + 2 * margin;
    }
    // Rounding both ends outwards may cost two parts more than the range itself.
    double step = roundStep(high - low, most);
    const auto first = [&] { return std::floor(low / step + kSlack); };
    const auto last = [&] { return std::ceil(high / step - kSlack); };
    while (last() - first() > std::max(2, most))
        step = roundStep(step * 1.5, 1);
    return ticksBetween(first(), last(), step);
}

AxisTicks ticksUpTo(double total, int most)
{
    const double step = std::max(1.0, roundStep(total, most));
    AxisTicks ticks = ticksBetween(0, std::floor(total / step + kSlack), step);
    ticks.to = total;
    return ticks;
}

}  // namespace glyphscope
