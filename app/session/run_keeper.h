// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checkpoint/run_writer.h"

#include <chrono>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

/// Keeps a run on disk while it trains, and decides what is due when. For the thread that trains. A disk
/// that refuses does not end the training: it is told once, until something could be written again.
class RunKeeper {
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::seconds kResumeInterval{15};  ///< a kill loses no more than that
    static constexpr int kShare = 50;  ///< writing weights on the way takes this part of the time, at most

    /// Without a writer nothing is kept.
    RunKeeper(std::unique_ptr<RunWriter> writer, std::function<void(const std::exception&)> onTrouble,
              Clock::duration interval = kResumeInterval);

    void setData(const std::string& name, std::int64_t trainImages,
                 const std::vector<std::string>& classNames);
    void addSteps(const std::vector<StepStats>& steps);
    void addEpoch(const EpochStats& stats, const Evaluation& test);
    void addMark(const RunMark& mark);

    /// Whether the weights of this very step are to be kept: the first, those of the best evaluation and of
    /// every epoch, and some between.
    [[nodiscard]] bool wantsWeights() const;
    void keepWeights(const StateDict& weights);
    [[nodiscard]] bool wantsResumePoint() const;
    void keepResumePoint(const StateDict& checkpoint);

    /// Keeps what is still due of how it ended.
    void end(RunState state, const TrainResult& result, const std::string& failure);

    /// What is kept so far; none if nothing is.
    [[nodiscard]] const RunInfo* info() const { return m_writer ? &m_writer->info() : nullptr; }

private:
    bool attempt(const std::function<void()>& write);
    void keepBest(const StateDict& weights);

    std::unique_ptr<RunWriter> m_writer;
    std::function<void(const std::exception&)> m_onTrouble;
    double m_epoch = 0;      ///< of the newest step
    bool m_trouble = false;  // told, and not over yet
    bool m_bestDue = false;
    std::optional<StateDict> m_best;  // refused by the disk so far
    bool m_weightsDue = true;         // the untrained ones, and those of an epoch's end
    const Clock::duration m_interval;
    Clock::time_point m_nextWeights;
    Clock::time_point m_nextResumePoint;
};

}  // namespace glyphscope
