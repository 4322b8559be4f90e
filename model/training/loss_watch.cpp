// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/loss_watch.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr double kSmoothing = 0.9;
// Wide of what batches differ by in a run that learns: a small batch may well have four times the mean loss.
constexpr double kFarAbove = 2;
constexpr double kSlack = 0.2;

}  // namespace

bool LossWatch::sane(double loss)
{
    if (!std::isfinite(loss))
        return false;
    m_sum = kSmoothing * m_sum + (1 - kSmoothing) * loss;
    m_weight = kSmoothing * m_weight + (1 - kSmoothing);
    const double smoothed = m_sum / m_weight;
    m_lowest = std::min(m_lowest, smoothed);
    return smoothed <= kFarAbove * m_lowest + kSlack && loss <= 2 * kFarAbove * m_lowest + 5 * kSlack;
}

}  // namespace glyphscope
