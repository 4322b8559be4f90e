// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/value_pyramid.h"

#include <span>
#include <vector>

namespace glyphscope {

/// TensorBoard's smoothing (classicSmoothing() of its line charts): an exponential moving average that starts
/// from zero, divided by the weight it has gathered (Kingma & Ba 2015, section 3), so that the first values
/// are not pulled down. What is not finite passes through and is forgotten; as long as all values are the
/// same, they stay what they are, to the last bit.
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
    double m_first = 0;
    bool m_begun = false;
    bool m_constant = true;
};

/// All of `values` in their order through one DebiasedAverage.
[[nodiscard]] std::vector<double> smooth(std::span<const double> values, double weight);

/// The smoothed course of a row of values that grows. Another weight is worked in a slice at a time: until it
/// has come to the end, the rest keeps its old course.
class SmoothedCurve {
public:
    void setWeight(double weight);
    void clear();

    /// Continues over at most `budget` of `raw`, which only grows, and takes off `budget` what it did.
    void advance(std::span<const float> raw, std::size_t& budget);

    /// Is it up to the end of `count` values?
    [[nodiscard]] bool complete(std::size_t count) const { return m_front == count; }

    /// As far as the first pass has come.
    [[nodiscard]] std::span<const float> values() const { return m_values; }
    [[nodiscard]] const ValuePyramid& pyramid() const { return m_pyramid; }

private:
    double m_weight = 0;
    DebiasedAverage m_average;
    std::size_t m_front = 0;  // values before it are of the present weight
    std::vector<float> m_values;
    ValuePyramid m_pyramid;
};

}  // namespace glyphscope
