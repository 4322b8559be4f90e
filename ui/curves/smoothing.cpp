// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/smoothing.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {

namespace {

constexpr double kForgotten = 1e-18;  // beside 1 it is nothing; a denormal would make every product slow

}  // namespace

DebiasedAverage::DebiasedAverage(double weight) : m_weight(std::clamp(weight, 0.0, 0.9999))
{
}

double DebiasedAverage::add(double value)
{
    if (!m_begun) {
        m_begun = true;
        m_first = value;
    }
    m_constant = m_constant && value == m_first;
    if (!std::isfinite(value))
        return value;
    m_sum = m_weight * m_sum + (1 - m_weight) * value;
    m_past = m_past > kForgotten ? m_past * m_weight : 0;
    return m_constant ? value : m_sum / (1 - m_past);
}

std::vector<double> smooth(std::span<const double> values, double weight)
{
    DebiasedAverage average(weight);
    std::vector<double> result;
    result.reserve(values.size());
    for (const double value : values)
        result.push_back(average.add(value));
    return result;
}

void SmoothedCurve::setWeight(double weight)
{
    if (weight == m_weight && m_front > 0)
        return;
    m_weight = weight;
    m_average = DebiasedAverage(weight);
    m_front = 0;
}

void SmoothedCurve::clear()
{
    m_average = DebiasedAverage(m_weight);
    m_front = 0;
    m_values.clear();
    m_pyramid.clear();
}

void SmoothedCurve::advance(std::span<const float> raw, std::size_t& budget)
{
    const std::size_t first = m_front;
    const std::size_t last = std::min(raw.size(), first + budget);
    if (first >= last)
        return;
    if (m_values.size() < last)
        m_values.resize(last);
    for (std::size_t i = first; i < last; ++i)
        m_values[i] = static_cast<float>(m_average.add(static_cast<double>(raw[i])));
    m_pyramid.update(m_values, first, last);
    m_front = last;
    budget -= last - first;
}

}  // namespace glyphscope
