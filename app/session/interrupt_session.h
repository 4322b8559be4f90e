// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <thread>

namespace glyphscope {

/// Turns SIGINT and SIGTERM into a call, so that work can be stopped and saved. Make it before any other
/// thread: the signals are blocked in every thread that starts after it. A second signal ends the process at
/// once.
class InterruptSession {
public:
    explicit InterruptSession(std::function<void()> interrupted);  // called on a thread of its own, once
    ~InterruptSession();

    InterruptSession(const InterruptSession&) = delete;
    InterruptSession& operator=(const InterruptSession&) = delete;

private:
    std::jthread m_worker;
};

}  // namespace glyphscope
