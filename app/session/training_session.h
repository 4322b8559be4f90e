// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/mailbox.h"
#include "model/engine/engine.h"

#include <QtCore/QObject>

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace glyphscope {

/// What a run of the training session starts from.
struct TrainingJob {
    std::shared_ptr<Engine> engine;
    std::function<TrainTest()> loadData;  ///< called on the worker thread; may throw Error
    TrainOptions options;
    std::filesystem::path keepAt;  ///< the weights are written here when it ends, also when it was stopped,
                                   ///< but not before the first step: an older file is worth more
};

/// Where the older file goes when new weights take its place: "trained-before.safetensors" beside it.
[[nodiscard]] inline std::filesystem::path weightsBefore(const std::filesystem::path& keptAt)
{
    return std::filesystem::path(keptAt).replace_filename(keptAt.stem().string() + "-before" +
                                                          keptAt.extension().string());
}

/// Trains off the GUI thread, one job at a time. Lives on the GUI thread and signals there. A job ends in
/// exactly one of finished, stopped and failed. Steps and snapshots are handed over at most kUpdatesPerSecond
/// times a second.
class TrainingSession : public QObject {
    Q_OBJECT
public:
    static constexpr int kUpdatesPerSecond = 30;
    static constexpr int kSnapshotsPerSecond = 5;
    static constexpr int kProbesPerSecond = 2;

    explicit TrainingSession(QObject* parent = nullptr);
    ~TrainingSession() override;  // stops, saves and joins within a step or an evaluation batch

    void start(TrainingJob job);
    void stop();
    /// What is changed for the running job, from its next step on, and for those to come.
    void change(LiveOptions options);
    /// Whether gradientsFlowed() and hooksCalled() are wanted: they cost time.
    void wantGradientFlow(bool wanted);
    void wantHookEvents(bool wanted);
    [[nodiscard]] bool running() const { return m_running; }

Q_SIGNALS:
    void progressed(const std::vector<glyphscope::StepStats>& steps);
    void evaluated(const glyphscope::EpochStats& epoch);
    void snapshotTaken(const std::shared_ptr<const glyphscope::StateDict>& weights);
    void gradientsFlowed(const glyphscope::GradientFlow& flow);
    void hooksRecorded(const std::vector<glyphscope::HookRecord>& records);
    void hooksCalled(const std::vector<glyphscope::HookEvent>& events);
    /// A change could not be made; the run goes on without it.
    void refused(const QString& message);
    /// The device that was asked for would not do: the run goes on on this one, and so will the next.
    void stayedOn(const QString& device);
    void finished(const glyphscope::TrainResult& result);
    void stopped(const glyphscope::TrainResult& result);
    void failed(const QString& message);
    /// The run itself went well, but its weights could not be written.
    void notSaved(const QString& message);

private:
    class Sink;

    void work(const TrainingJob& job, std::stop_token stop);
    void keep(const TrainResult& result, const std::filesystem::path& file);
    void end(const std::function<void()>& emitSignal);

    bool m_running = false;  // GUI thread only
    LiveOptions m_options;   // GUI thread only
    // shared
    Mailbox<LiveOptions> m_changes;
    std::atomic<bool> m_wantFlow = false;
    std::atomic<bool> m_wantHookEvents = false;
    std::jthread m_worker;  // last member: joins before the rest goes
};

}  // namespace glyphscope
