// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/number_range.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

using Scale = NumberRange::Scale;

constexpr int kArrows = 100;          // from one end of a slider to the other, where none are given
constexpr double kRangeSlack = 1e-9;  // of a step: log10(1000) is not quite 3

bool startsAtZero(const NumberRange& range)
{
    return range.scale == Scale::Logarithmic && range.least == 0;
}

/// The share of the way from `low` to `high`.
double shareOfRange(const NumberRange& range, double value)
{
    switch (range.scale) {
    case Scale::Linear:
        break;
    case Scale::Logarithmic:
    case Scale::PowersOfTwo:
        return std::log(value / range.low) / std::log(range.high / range.low);
    case Scale::NearOne:
        return std::log((1 - value) / (1 - range.low)) / std::log((1 - range.high) / (1 - range.low));
    }
    return (value - range.low) / (range.high - range.low);
}

double atShare(const NumberRange& range, double share)
{
    switch (range.scale) {
    case Scale::Linear:
        break;
    case Scale::Logarithmic:
        return roundedTo(range.low * std::pow(range.high / range.low, share), 2);
    case Scale::PowersOfTwo:
        return std::round(range.low * std::pow(range.high / range.low, share));
    case Scale::NearOne:
        return 1 - roundedTo((1 - range.low) * std::pow((1 - range.high) / (1 - range.low), share), 2);
    }
    return range.low + (range.high - range.low) * share;
}

/// The neighbour in 1, 2, 5, 10, 20, ...
double oneTwoFive(double value, bool up)
{
    const double power = std::pow(10.0, std::floor(std::log10(value) + kRangeSlack));
    const double digit = value / power;
    if (up) {
        for (const double next : {2.0, 5.0})
            if (digit < next * (1 - kRangeSlack))
                return next * power;
        return 10 * power;
    }
    for (const double next : {5.0, 2.0, 1.0})
        if (digit > next * (1 + kRangeSlack))
            return next * power;
    return power / 2;
}

double oneStep(const NumberRange& range, double value, bool up)
{
    if (range.scale == Scale::PowersOfTwo)
        return up ? value * 2 : std::floor(value / 2);
    if (range.scale == Scale::Logarithmic) {
        if (startsAtZero(range) && (up ? value < range.low : value <= range.low * (1 + kRangeSlack)))
            return up ? range.low : 0;
        return roundedTo(oneTwoFive(std::max(value, range.least), up), 3);
    }
    if (range.scale == Scale::NearOne)
        return sliderValue(range, sliderStep(range, value) + (up ? 1 : -1));
    const double share = range.arrow > 0 ? range.arrow : (range.high - range.low) / kArrows;
    const double width = range.whole ? 1 : share;
    return roundedTo(value + (up ? width : -width), 9);
}

}  // namespace

double roundedTo(double value, int digits)
{
    if (value == 0 || !std::isfinite(value))
        return value;
    const int exponent = static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1 - digits;
    const double power = std::pow(10.0, std::abs(exponent));  // whole, so that 0.004 comes out as itself
    return exponent < 0 ? std::round(value * power) / power : std::round(value / power) * power;
}

int sliderSteps(const NumberRange& range)
{
    if (range.scale == Scale::PowersOfTwo)
        return static_cast<int>(std::lround(std::log2(range.high / range.low)));
    if (range.scale == Scale::Linear && range.whole)
        return static_cast<int>(range.high - range.low);
    return range.steps;
}

int sliderStep(const NumberRange& range, double value)
{
    const int first = startsAtZero(range) ? 1 : 0;  // the first place is zero's
    const int last = sliderSteps(range);
    if (first == 1 && value < range.low)
        return 0;
    const double share = shareOfRange(range, std::clamp(value, range.low, range.high));
    return first + static_cast<int>(std::lround(share * (last - first)));
}

double sliderValue(const NumberRange& range, int step)
{
    const int first = startsAtZero(range) ? 1 : 0;
    const int last = sliderSteps(range);
    const int at = std::clamp(step, 0, last);
    if (at < first)
        return 0;
    const double value = atShare(range, static_cast<double>(at - first) / (last - first));
    return range.whole ? std::round(value) : roundedTo(value, 9);
}

double stepped(const NumberRange& range, double value, int steps)
{
    for (int i = 0; i < std::abs(steps); ++i)
        value = oneStep(range, value, steps > 0);
    return std::clamp(value, range.least, range.most);
}

}  // namespace glyphscope
