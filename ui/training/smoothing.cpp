// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/smoothing.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {

DebiasedAverage::DebiasedAverage(double weight) : m_weight(std::clamp(weight, 0.0, 0.9999))
{
}

double DebiasedAverage::add(double value)
{
    if (!std::isfinite(value))
        return value;
    m_sum = m_weight * m_sum + (1 - m_weight) * value;
    m_past *= m_weight;
    return m_sum / (1 - m_past);
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

}  // namespace glyphscope
