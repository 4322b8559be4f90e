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

void TaskSession::run(Topic topic, Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back({topic, std::move(task)});
    }
    m_arrived.notify_one();
}

void TaskSession::work(std::stop_token stop)
{
    while (const auto job = next(stop))
        perform(*job);
}

/// Waits for a job; nothing once a stop was requested and all are done.
std::optional<TaskSession::Job> TaskSession::next(std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_arrived.wait(lock, stop, [this] { return !m_jobs.empty(); }))
        return std::nullopt;
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    return job;
}

void TaskSession::perform(const Job& job)
{
    const Topic topic = job.topic;
    try {
        callOnThreadOf(this, [this, topic, afterwards = job.task()] {
            Q_EMIT succeeded(topic);
            if (afterwards)
                afterwards();
        });
    } catch (const std::exception& error) {
        callOnThreadOf(this, [this, topic, message = errorText(error)] { Q_EMIT failed(message, topic); });
    }
}

}  // namespace glyphscope
