// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/task_session.h"

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
    std::unique_lock lock(m_mutex);
    while (m_arrived.wait(lock, stop, [this] { return !m_tasks.empty(); })) {
        const Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        perform(task);
        lock.lock();
    }
}

void TaskSession::perform(const Task& task)
{
    try {
        QMetaObject::invokeMethod(this, task(), Qt::QueuedConnection);
    } catch (const std::exception& error) {
        const auto report = [this, message = QString::fromUtf8(error.what())] { Q_EMIT failed(message); };
        QMetaObject::invokeMethod(this, report, Qt::QueuedConnection);
    }
}

}  // namespace glyphscope
