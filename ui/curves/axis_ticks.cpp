// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/axis_ticks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace glyphscope {
namespace {

constexpr double kSlack = 1e-9;  // of a step: 0.3 / 0.1 is not quite 3

AxisTicks ticksBetween(double first, double last, double step)
{
    AxisTicks ticks;
    for (double i = first; i <= last; ++i)
        ticks.values.append(i * step + 0.0);  // never minus zero
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

AxisTicks ticksWithin(double low, double high, int most, double least)
{
    const double step = std::max(least, roundStep(high - low, most));
    AxisTicks ticks = ticksBetween(std::ceil(low / step - kSlack), std::floor(high / step + kSlack), step);
    ticks.from = low;
    ticks.to = high;
    return ticks;
}

AxisTicks timeTicks(double low, double high, int most)
{
    const double least = (high - low) / std::max(1, most);
    for (const double step : {1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0,
                              3600.0, 7200.0, 14400.0, 28800.0, 86400.0})
        if (step >= least && least > 0.5) {
            AxisTicks ticks =
                ticksBetween(std::ceil(low / step - kSlack), std::floor(high / step + kSlack), step);
            ticks.from = low;
            ticks.to = high;
            return ticks;
        }
    return ticksWithin(low, high, most);
}

AxisTicks logTicks(double low, double high, int most)
{
    constexpr std::array kFactors{1.0, 2.0, 5.0};
    // The n-th of 1, 2, 5, 10, 20, ...; negative ones are below 1.
    const auto round = [&](int n) {
        const int decade = n >= 0 ? n / 3 : (n - 2) / 3;
        return kFactors[static_cast<std::size_t>(n - 3 * decade)] * std::pow(10.0, decade);
    };
    int first = 3 * static_cast<int>(std::floor(std::log10(low) + kSlack));
    while (round(first + 1) <= low * (1 + kSlack))
        ++first;
    int last = first + 1;
    while (round(last) < high * (1 - kSlack))
        ++last;
    AxisTicks ticks;
    ticks.from = round(first);
    ticks.to = round(last);
    int stride = 1;
    if (last - first + 1 > most)
        for (stride = 3; (last - first) / stride + 1 > most;)
            stride += 3;
    for (int n = first; n <= last; ++n)
        if (n % stride == 0)
            ticks.values.append(round(n));
    return ticks;
}

}  // namespace glyphscope
