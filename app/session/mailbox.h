// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace glyphscope {

/// Holds the newest message from one thread to another: a message that was not taken yet is replaced.
template <typename Message>
class Mailbox {
public:
    void put(Message message)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_message = std::move(message);
        }
        m_arrived.notify_one();
    }

    /// Waits for a message; nothing once a stop was requested.
    [[nodiscard]] std::optional<Message> take(std::stop_token stop)
    {
        std::unique_lock lock(m_mutex);
        if (!m_arrived.wait(lock, stop, [this] { return m_message.has_value(); }) || stop.stop_requested())
            return std::nullopt;
        return std::exchange(m_message, std::nullopt);
    }

    /// Waits for a message till then; nothing if none came, or once a stop was requested.
    [[nodiscard]] std::optional<Message> takeUntil(std::chrono::steady_clock::time_point then,
                                                   std::stop_token stop)
    {
        std::unique_lock lock(m_mutex);
        if (!m_arrived.wait_until(lock, stop, then, [this] { return m_message.has_value(); }) ||
            stop.stop_requested())
            return std::nullopt;
        return std::exchange(m_message, std::nullopt);
    }

    /// Waits till then, whatever comes, or until a stop is requested.
    void rest(std::chrono::steady_clock::time_point then, std::stop_token stop)
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait_until(lock, stop, then, [] { return false; });
    }

    /// The message, if there is one now.
    [[nodiscard]] std::optional<Message> tryTake()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_message, std::nullopt);
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::optional<Message> m_message;  // guarded by m_mutex
};

}  // namespace glyphscope
