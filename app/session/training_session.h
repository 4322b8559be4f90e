// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/mailbox.h"
#include "app/session/turn_gate.h"
#include "model/checkpoint/run_writer.h"
#include "model/engine/engine.h"

#include <QtCore/QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace glyphscope {

class RunKeeper;

/// What a run of the training session starts from. The functions are called on the worker thread and may
/// throw Error.
struct TrainingJob {
    std::shared_ptr<Engine> engine;
    std::function<TrainTest()> loadData;
    TrainOptions options;
    TrainUntil until = TrainUntil::End;
    std::function<std::optional<StateDict>()> loadResumePoint =
        {};  ///< where there is none, it starts from the beginning
    std::function<std::unique_ptr<RunWriter>()> beginRun = {};  ///< where there is none, nothing is kept
};

/// Trains off the GUI thread, one job at a time. Lives on the GUI thread and signals there. A job ends in
/// exactly one of finished, stopped and failed. Steps and snapshots are handed over at most kUpdatesPerSecond
/// times a second.
class TrainingSession : public QObject {
    Q_OBJECT
public:
    static constexpr int kUpdatesPerSecond = 15;
    static constexpr int kSnapshotsPerSecond = 4;
    static constexpr int kProbesPerSecond = 2;

    explicit TrainingSession(QObject* parent = nullptr);
    ~TrainingSession() override;  // interrupts, saves and joins within a step or an evaluation batch

    /// Each run begins with the job's own hyper-parameters, but on the device, with the frozen parameters and
    /// the hooks that change() gave last.
    void start(TrainingJob job);
    /// Before the next step. A run that waits has kept and published everything up to its last step.
    void pause();
    void unpause(TrainUntil until);
    void stop();
    /// Stops because the program ends: the run is kept as interrupted, to be resumed exactly there.
    void interrupt();
    /// What is changed for the running job, from its next step on, and for those to come.
    void change(LiveOptions options);
    /// Whether gradientsFlowed() and hooksCalled() are wanted: they cost time.
    void wantGradientFlow(bool wanted);
    void wantHookEvents(bool wanted);
    [[nodiscard]] bool running() const { return m_running; }

Q_SIGNALS:
    /// The job has what it needs: what it trains on, and where it is kept (an empty id: nowhere).
    void began(const std::shared_ptr<const glyphscope::TrainTest>& data, const QString& run);
    void pausedChanged(bool paused);
    void progressed(const std::vector<glyphscope::StepStats>& steps);
    /// Just before evaluated(): how every image of the test set was read.
    void testRead(const std::shared_ptr<const glyphscope::Evaluation>& evaluation);
    void evaluated(const glyphscope::EpochStats& epoch);
    void marked(const glyphscope::RunMark& mark);
    void snapshotTaken(const std::shared_ptr<const glyphscope::StateDict>& weights);
    void gradientsFlowed(const glyphscope::GradientFlow& flow);
    void hooksRecorded(const std::vector<glyphscope::HookRecord>& records);
    void hooksCalled(const std::vector<glyphscope::HookEvent>& events);
    void hooksCost(const glyphscope::HookCost& cost);
    /// A change could not be made; the run continues without it.
    void refused(const QString& message);
    /// The device that was asked for would not do: the run continues on this one, and so will the next.
    void stayedOn(const QString& device);
    void finished(const glyphscope::TrainResult& result);
    void stopped(const glyphscope::TrainResult& result);
    /// `result` holds the last good weights, or no step if it never got that far.
    void failed(const QString& message, const glyphscope::TrainResult& result);
    /// The run continues, but it cannot be saved for now.
    void notSaved(const QString& message);

private:
    class Sink;

    void work(const TrainingJob& job, std::stop_token stop);
    void announce(const std::shared_ptr<const TrainTest>& data, RunKeeper& run);
    void train(const TrainingJob& job, const TrainTest& data, const std::optional<StateDict>& resume,
               RunKeeper& run, std::stop_token stop);
    [[nodiscard]] RunState endOf(const TrainResult& result) const;
    void end(const std::function<void()>& emitSignal);

    bool m_running = false;  // GUI thread only
    LiveOptions m_options;   // GUI thread only
    // shared
    TurnGate m_gate;
    Mailbox<LiveOptions> m_changes;
    std::atomic<bool> m_interrupted = false;
    std::atomic<bool> m_wantFlow = false;
    std::atomic<bool> m_wantHookEvents = false;
    std::jthread m_worker;  // last member: joins before the rest goes
};

}  // namespace glyphscope
