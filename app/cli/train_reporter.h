// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/progress_bar.h"
#include "app/session/pace.h"
#include "app/session/run_keeper.h"
#include "model/training/train_sink.h"
#include "model/types/dataset.h"

#include <chrono>
#include <exception>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace glyphscope {

/// Prints a training's progress and keeps what happens: in its run, or else what a resume needs in a file.
/// That is written after evaluations, but no more than a fiftieth of the time goes by with it, and amid an
/// epoch so often that a kill costs little. For the thread that trains.
class TrainReporter final : public TrainSink {
public:
    struct Look {
        bool json = false;
        int epochs = 1;
    };
    /// Without `run` a checkpoint goes to the file.
    TrainReporter(Look look, std::unique_ptr<RunWriter> run, std::filesystem::path checkpoint);

    /// The run's id; empty if none is kept.
    [[nodiscard]] std::string runId() const { return m_run.info() == nullptr ? "" : m_run.info()->id; }

    void begin(const TrainTest& data);
    /// Keeps how it ended, and leaves the line to what is printed next. Without a run: what a resume needs if
    /// it was stopped; if it is done, the file goes.
    void end(const TrainResult& result);
    /// It ended by an error. A run that was resumed, but not by a step, stays as stopped.
    void fail(const std::string& failure);

    void onStep(const StepStats& stats) override;
    void onEvaluation(const Evaluation& test) override { m_test = test; }
    void onEpoch(const EpochStats& stats) override;
    [[nodiscard]] bool wantsSnapshot() override { return m_run.wantsWeights(); }
    void onSnapshot(StateDict weights) override;
    [[nodiscard]] bool wantsCheckpoint() override;
    void onCheckpoint(StateDict checkpoint) override;

private:
    using Clock = std::chrono::steady_clock;

    void flush();
    void tell(const std::exception& problem);
    void keep(const StateDict& checkpoint);

    const Look m_look;
    const std::filesystem::path m_checkpoint;
    ProgressBar m_bar;
    RunKeeper m_run;
    std::vector<StepStats> m_steps;  // not yet given to the run
    Evaluation m_test;
    Pace m_portions{2};
    bool m_stepped = false;
    bool m_evaluated = false;  // in the latest step
    bool m_ended = false;      // the last step is done: all is about to be kept
    Clock::time_point m_kept = Clock::now();
    Clock::duration m_cost{};  // of the latest keep()
};

}  // namespace glyphscope
