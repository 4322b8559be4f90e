// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace glyphscope {

/// Runs tasks in order, off the GUI thread: one session what waits for the disk, another what the network
/// takes a while for. Lives on the GUI thread.
class TaskSession : public QObject {
    Q_OBJECT
public:
    /// Runs on the worker thread; what it returns, if anything, runs on the GUI thread. An exception becomes
    /// failed().
    using Task = std::function<std::function<void()>()>;

    explicit TaskSession(QObject* parent = nullptr);
    ~TaskSession() override;  // finishes what was asked for: a save is never dropped

    void run(Task task);

Q_SIGNALS:
    void failed(const QString& message);

private:
    void work(std::stop_token stop);
    [[nodiscard]] std::optional<Task> next(std::stop_token stop);
    void perform(const Task& task);

    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::deque<Task> m_tasks;  // guarded by m_mutex
    std::jthread m_worker;     // last member: joins before the rest goes
};

}  // namespace glyphscope
