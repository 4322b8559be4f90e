// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace glyphscope {

/// True so many times a second, at most.
class Pace {
public:
    explicit Pace(int perSecond) : m_interval(std::chrono::nanoseconds(1'000'000'000 / perSecond)) {}

    [[nodiscard]] bool due()
    {
        const Clock::time_point now = Clock::now();
        if (now < m_next)
            return false;
        m_next = now + m_interval;
        return true;
    }

private:
    using Clock = std::chrono::steady_clock;

    Clock::duration m_interval;
    Clock::time_point m_next;
};

}  // namespace glyphscope
