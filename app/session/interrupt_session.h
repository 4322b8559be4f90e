// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>
#include <functional>
#include <thread>

namespace glyphscope {

/// Turns SIGINT and SIGTERM into a call, so that work can be stopped and saved. Make it before any other
/// thread: the signals are blocked in every thread that starts after it. A second signal ends the process at
/// once.
class InterruptSession {
public:
    explicit InterruptSession(std::function<void()> interrupted);  // called on a thread of its own, once
    ~InterruptSession();  // the signals do again what they did before

    InterruptSession(const InterruptSession&) = delete;
    InterruptSession& operator=(const InterruptSession&) = delete;

private:
    sigset_t m_blockedBefore;
    std::jthread m_worker;
};

}  // namespace glyphscope
