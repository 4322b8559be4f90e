// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/interrupt_session.h"

#include <pthread.h>
#include <unistd.h>
#include <utility>

namespace glyphscope {
namespace {

sigset_t interruptSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

/// Waits for a signal; false when asked to stop.
bool waitForSignal(const std::stop_token& stop)
{
    const sigset_t signals = interruptSignals();
    int signal = 0;
    return sigwait(&signals, &signal) == 0 && !stop.stop_requested();
}

}  // namespace

InterruptSession::InterruptSession(std::function<void()> interrupted)
{
    const sigset_t signals = interruptSignals();
    pthread_sigmask(SIG_BLOCK, &signals, &m_blockedBefore);
    m_worker = std::jthread([interrupted = std::move(interrupted)](const std::stop_token& stop) {
        if (!waitForSignal(stop))
            return;
        interrupted();
        if (waitForSignal(stop))
            ::_exit(130);
    });
}

InterruptSession::~InterruptSession()
{
    m_worker.request_stop();
    ::pthread_kill(m_worker.native_handle(), SIGINT);  // nothing but a signal wakes it
    m_worker.join();
    pthread_sigmask(SIG_SETMASK, &m_blockedBefore, nullptr);
}

}  // namespace glyphscope
