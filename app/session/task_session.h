// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/topic.h"

#include <QtCore/QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

namespace glyphscope {

/// Runs tasks in order, off the GUI thread: one session what waits for the disk, another what the network
/// takes a while for. Lives on the GUI thread.
class TaskSession : public QObject {
    Q_OBJECT
public:
    /// Runs on the worker thread; what it returns, if anything, runs on the GUI thread. An exception becomes
    /// failed(), and else succeeded() comes before what it returned.
    using Task = std::function<std::function<void()>()>;

    explicit TaskSession(QObject* parent = nullptr);
    ~TaskSession() override;  // finishes what was asked for: a save is never dropped

    void run(Topic topic, Task task);
    void run(Task task) { run(Topic::Other, std::move(task)); }

Q_SIGNALS:
    void failed(const QString& message, glyphscope::Topic topic);
    void succeeded(glyphscope::Topic topic);

private:
    struct Job {
        Topic topic = Topic::Other;
        Task task;
    };
    void work(std::stop_token stop);
    [[nodiscard]] std::optional<Job> next(std::stop_token stop);
    void perform(const Job& job);

    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::deque<Job> m_jobs;  // guarded by m_mutex
    std::jthread m_worker;   // last member: joins before the rest goes
};

}  // namespace glyphscope
