// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/step_clock.h"

#include <algorithm>
#include <vector>

namespace glyphscope {
namespace {

constexpr std::size_t kMostTimes = 25;
constexpr std::size_t kFewestTimes = 3;
constexpr std::int64_t kWarmSteps = 2;  // whose products are only being prepared
constexpr std::int64_t kComparedEvery = 100;

double middleOf(const std::deque<double>& times)
{
    std::vector<double> sorted(times.begin(), times.end());
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::ranges::nth_element(sorted, middle);
    return *middle;
}

}  // namespace

void StepClock::took(bool hooked, double seconds)
{
    m_hookedSteps += hooked ? 1 : 0;
    if (hooked && m_hookedSteps <= kWarmSteps)
        return;
    std::deque<double>& times = hooked ? m_with : m_without;
    times.push_back(seconds);
    if (times.size() > kMostTimes)
        times.pop_front();
}

void StepClock::forgetHooked()
{
    m_with.clear();
    m_hookedSteps = 0;
}

bool StepClock::wantsComparison() const
{
    const bool few = m_without.size() < kFewestTimes;
    return m_hookedSteps > kWarmSteps && (few || m_hookedSteps % kComparedEvery == 0);
}

std::optional<HookCost> StepClock::cost(std::int64_t imagesOfStep) const
{
    if (m_with.size() < kFewestTimes || m_without.size() < kFewestTimes)
        return std::nullopt;
    const auto images = static_cast<double>(imagesOfStep);
    return HookCost{images / middleOf(m_with), images / middleOf(m_without)};
}

}  // namespace glyphscope
