// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/types/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace glyphscope {

Statistics statisticsOf(std::span<const float> values)
{
    Statistics result;
    double squares = 0;    // of the distances from the running mean
    double magnitude = 0;  // sum of squares
    for (const float value : values) {
        if (!std::isfinite(value)) {
            ++result.notFinite;
            continue;
        }
        if (result.count == 0)
            result.low = result.high = value;
        ++result.count;
        result.zeros += value == 0 ? 1 : 0;
        result.low = std::min(result.low, value);
        result.high = std::max(result.high, value);
        const double delta = value - result.mean;
        result.mean += delta / static_cast<double>(result.count);
        squares += delta * (value - result.mean);
        magnitude += static_cast<double>(value) * value;
    }
    if (result.count > 1)
        result.deviation = std::sqrt(squares / static_cast<double>(result.count - 1));
    result.norm = std::sqrt(magnitude);
    return result;
}

Histogram histogramOf(std::span<const float> values, int bins)
{
    Histogram result;
    result.counts.assign(static_cast<std::size_t>(bins), 0);
    const Statistics range = statisticsOf(values);
    // Around a single value: far enough for a large one to feel it, and not beyond what a float can be
    constexpr float kMost = std::numeric_limits<float>::max();
    const float half = range.low == range.high ? std::max(0.5F, std::abs(range.low) * 1e-6F) : 0.0F;
    result.low = std::max(range.low - half, -kMost);
    result.high = std::min(range.high + half, kMost);
    const double width = (static_cast<double>(result.high) - result.low) / bins;
    for (const float value : values) {
        if (!std::isfinite(value))
            continue;
        const double bin = (static_cast<double>(value) - result.low) / width;
        ++result.counts[static_cast<std::size_t>(std::clamp(bin, 0.0, bins - 1.0))];
    }
    return result;
}

}  // namespace glyphscope
