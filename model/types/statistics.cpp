// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/types/statistics.h"

#include <algorithm>
#include <cmath>

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
    const bool single = range.low == range.high;
    result.low = single ? range.low - 0.5F : range.low;
    result.high = single ? range.high + 0.5F : range.high;
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
