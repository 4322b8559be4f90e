// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/task_session.h"

#include "app/session/gui_call.h"
#include "app/text/message_text.h"
#include <exception>
#include <utility>

namespace glyphscope {

TaskSession::TaskSession(QObject* parent)
    : QObject(parent), m_worker([this](std::stop_token stop) { work(stop); })
{
}

TaskSession::~TaskSession() = default;

void TaskSession::run(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_arrived.notify_one();
}

void TaskSession::work(std::stop_token stop)
{
    while (const auto task = next(stop))
        perform(*task);
}

/// Waits for a task; nothing once a stop was requested and all are done.
std::optional<TaskSession::Task> TaskSession::next(std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_arrived.wait(lock, stop, [this] { return !m_tasks.empty(); }))
        return std::nullopt;
    Task task = std::move(m_tasks.front());
    m_tasks.pop_front();
    return task;
}

void TaskSession::perform(const Task& task)
{
    try {
        if (auto afterwards = task())
            callOnThreadOf(this, std::move(afterwards));
    } catch (const std::exception& error) {
        callOnThreadOf(this, [this, message = errorText(error)] { Q_EMIT failed(message); });
    }
}

}  // namespace glyphscope
