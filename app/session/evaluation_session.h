// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine.h"

#include <QtCore/QObject>

#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace glyphscope {

/// What is to be measured. `loadData` is called on the worker thread and may throw Error.
struct EvaluationJob {
    std::shared_ptr<Engine> engine;
    std::shared_ptr<const StateDict> weights;
    std::string device = "cpu";
    std::function<TrainTest()> loadData;
};

/// Reads a whole test set with weights, off the GUI thread, one job at a time. Lives on the GUI thread and
/// signals there. A job ends in exactly one of measured and failed, unless the session goes first.
class EvaluationSession : public QObject {
    Q_OBJECT
public:
    explicit EvaluationSession(QObject* parent = nullptr);
    ~EvaluationSession() override;  // stops and joins within an evaluation batch

    void start(EvaluationJob job);
    [[nodiscard]] bool running() const { return m_running; }

Q_SIGNALS:
    /// `evaluation` is of `data`'s test set, image by image.
    void measured(const std::shared_ptr<const glyphscope::Evaluation>& evaluation,
                  const std::shared_ptr<const glyphscope::TrainTest>& data);
    void failed(const QString& message);

private:
    void work(const EvaluationJob& job, std::stop_token stop);
    void end(const std::function<void()>& emitSignal);

    bool m_running = false;  // GUI thread only
    std::jthread m_worker;   // last member: joins before the rest goes
};

}  // namespace glyphscope
