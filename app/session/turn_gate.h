// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/train_until.h"

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace glyphscope {

/// Lets a run continue or wait, step by step. One thread opens and closes it, the one that trains waits at
/// it.
class TurnGate {
public:
    void open(TrainUntil until)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_until = until;
            m_open = true;
        }
        m_opened.notify_one();
    }

    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_open = false;
    }

    /// A step was made; closes the gate if that is as far as the run was to go.
    void passed(bool epochEnds)
    {
        const std::lock_guard lock(m_mutex);
        if (m_until == TrainUntil::OneStep || (m_until == TrainUntil::OneEpoch && epochEnds))
            m_open = false;
    }

    [[nodiscard]] bool isOpen() const
    {
        const std::lock_guard lock(m_mutex);
        return m_open;
    }

    /// Until it is open or a stop is requested.
    void wait(std::stop_token stop)
    {
        std::unique_lock lock(m_mutex);
        m_opened.wait(lock, stop, [this] { return m_open; });
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_opened;
    TrainUntil m_until = TrainUntil::End;  // guarded by m_mutex
    bool m_open = true;                    // guarded by m_mutex
};

}  // namespace glyphscope
