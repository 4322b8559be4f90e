// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine.h"
#include "model/types/fine_tune.h"

#include <QtCore/QObject>

#include <functional>
#include <memory>
#include <thread>

namespace glyphscope {

/// What a fine-tune starts from. The functions are called on the worker thread and may throw Error.
struct FineTuneJob {
    std::shared_ptr<Engine> engine;
    std::shared_ptr<const StateDict> weights;
    std::function<Dataset(const ClassSet&)> loadSamples;  ///< of the weights' classes
    std::function<TrainTest()> loadReplay;                ///< may give empty sets: then nothing is replayed
    FineTuneOptions options;
};

/// Teaches a network a few samples off the GUI thread, one job at a time. Lives on the GUI thread and signals
/// there. A job ends in exactly one of finished, stopped and failed.
class FineTuneSession : public QObject {
    Q_OBJECT
public:
    static constexpr int kUpdatesPerSecond = 30;
    static constexpr int kSnapshotsPerSecond = 5;

    explicit FineTuneSession(QObject* parent = nullptr);
    ~FineTuneSession() override;  // stops and joins within a step or an evaluation batch

    void start(FineTuneJob job);
    void stop();
    [[nodiscard]] bool running() const { return m_running; }

Q_SIGNALS:
    void progressed(double share);
    void snapshotTaken(const std::shared_ptr<const glyphscope::StateDict>& weights);
    void finished(const std::shared_ptr<const glyphscope::FineTuneResult>& result);
    void stopped();
    void failed(const QString& message);

private:
    class Sink;

    void work(const FineTuneJob& job, std::stop_token stop);
    void end(const std::function<void()>& emitSignal);

    bool m_running = false;  // GUI thread only
    std::jthread m_worker;   // last member: joins before the rest goes
};

}  // namespace glyphscope
