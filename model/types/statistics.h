// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace glyphscope {

/// A summary of numbers. All zero where there are none that are finite.
struct Statistics {
    std::int64_t count = 0;
    std::int64_t notFinite = 0;  ///< NaN or infinite; left out of everything below
    std::int64_t zeros = 0;
    double mean = 0;
    double deviation = 0;  ///< with Bessel's correction, as torch.std; 0 for a single number
    float low = 0;
    float high = 0;
    double norm = 0;  ///< Euclidean
    friend bool operator==(const Statistics&, const Statistics&) = default;
};

/// In double, in one pass over the numbers (Welford 1962).
[[nodiscard]] Statistics statisticsOf(std::span<const float> values);

/// How often values fall into bins of equal width between `low` and `high`, both included.
struct Histogram {
    float low = 0;
    float high = 0;
    std::vector<std::int64_t> counts;
    friend bool operator==(const Histogram&, const Histogram&) = default;
};

/// Of the finite values; `bins` >= 1. One bin's worth of width around a single value.
[[nodiscard]] Histogram histogramOf(std::span<const float> values, int bins);

}  // namespace glyphscope
