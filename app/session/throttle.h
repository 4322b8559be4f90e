// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace glyphscope {

/// When low-priority work is due while a training needs the processor. A new request is due as soon as no
/// newer one has come for a moment; repeated work takes a small share of the time. It has no clock.
class Throttle {
public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr std::chrono::milliseconds kRest{400};  ///< after which a pen is taken to have stopped
    static constexpr int kShare = 40;                       ///< repeated work takes a fortieth of the time

    /// A new request for `pieces` of work replaces the one before it.
    void ask(Time now, std::size_t pieces)
    {
        m_asked = now;
        m_pieces = pieces;
    }
    /// A piece was done.
    void done(Time begin, Time end)
    {
        m_pieces -= std::min<std::size_t>(m_pieces, 1);
        m_next = end + (kShare - 1) * (end - begin);
    }
    /// From when on the next piece may be done.
    [[nodiscard]] Time due() const
    {
        return m_pieces > 0 ? m_asked + kRest : std::max(m_asked + kRest, m_next);
    }

private:
    Time m_asked;
    Time m_next;
    std::size_t m_pieces = 0;
};

}  // namespace glyphscope
