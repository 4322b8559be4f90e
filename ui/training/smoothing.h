// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace glyphscope {

/// TensorBoard's smoothing: an exponential moving average that starts from zero, divided by the weight it has
/// gathered (Kingma & Ba 2015, section 3), so that the first values are not pulled down. What is not finite
/// passes through and is forgotten.
class DebiasedAverage {
public:
    /// `weight` of the past, in [0, 1): 0 leaves the values as they are.
    explicit DebiasedAverage(double weight = 0);

    /// The average with `value` in it.
    double add(double value);

private:
    double m_weight;
    double m_sum = 0;
    double m_past = 1;  // weight to the power of how many were added
};

/// All of `values` in their order through one DebiasedAverage.
[[nodiscard]] std::vector<double> smooth(std::span<const double> values, double weight);

}  // namespace glyphscope
