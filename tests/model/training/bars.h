// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/training/train.h"

#include <algorithm>
#include <optional>
#include <random>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace glyphscope::test {

/// Bars at a height that the label settles, with noise: what a network learns in a few dozen steps.
inline Dataset bars(std::size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    Dataset data;
    data.classes = ClassSet::digits();
    for (std::size_t i = 0; i < count; ++i) {
        const auto label = static_cast<std::uint8_t>(i % 10);
        data.labels.push_back(label);
        for (unsigned y = 0; y < 28; ++y)
            for (unsigned x = 0; x < 28; ++x) {
                const bool on = y / 2 == label + 2U && x > 4 && x < 24;
                data.images.push_back(static_cast<std::uint8_t>(on ? 255 - random() % 60 : random() % 40));
            }
    }
    return data;
}

inline TrainTest barSets()
{
    return {bars(640, 1), bars(200, 2), "bars"};
}

inline TrainOptions quickOptions()
{
    TrainOptions options;
    options.epochs = 4;
    options.batchSize = 32;
    options.peakLearningRate = 0.003;
    options.averaging = 0.9;
    options.augmentation = {.rotation = 5, .translation = 0.5, .elasticAlpha = 0.3};
    options.seed = 5;
    return options;
}

/// Keeps all that a run reports; stops it after step `stopAt`.
class Recorder : public TrainSink {
public:
    void onStep(const StepStats& stats) override
    {
        steps.push_back(stats);
        if (stopAt > 0 && stats.step == stopAt)
            stop.request_stop();
    }
    void onEvaluation(const Evaluation& evaluation) override { evaluations.push_back(evaluation); }
    void onEpoch(const EpochStats& stats) override { epochs.push_back(stats); }
    void onMark(const RunMark& mark) override { marks.push_back(mark); }
    void onRefused(const Message& message) override { refused.push_back(message.text()); }
    bool wantsCheckpoint() override
    {
        return std::find(checkpointsAt.begin(), checkpointsAt.end(), steps.size()) != checkpointsAt.end();
    }
    void onCheckpoint(StateDict checkpoint) override { checkpoints.push_back(std::move(checkpoint)); }
    bool wantsSnapshot() override { return wantSnapshots; }
    void onSnapshot(StateDict weights) override { snapshots.push_back(std::move(weights)); }

    std::vector<StepStats> steps;
    std::vector<EpochStats> epochs;
    std::vector<Evaluation> evaluations;
    std::vector<RunMark> marks;
    std::vector<std::string> refused;
    std::vector<StateDict> checkpoints;
    std::vector<std::size_t> checkpointsAt;  // steps of this run
    std::vector<StateDict> snapshots;
    std::stop_source stop;
    std::int64_t stopAt = 0;
    bool wantSnapshots = false;
};

inline TrainResult run(const TrainOptions& options, Recorder& recorder,
                       const std::optional<StateDict>& resume = {})
{
    return train(barSets(), options, resume, recorder.stop.get_token(), recorder);
}

/// Hands `change` over before step `at` + 1.
class Changer : public Recorder {
public:
    Changer(std::size_t at, LiveOptions change) : m_at(at), m_change(std::move(change)) {}

    std::optional<LiveOptions> takeChanges() override
    {
        if (steps.size() != m_at || m_handedOver)
            return std::nullopt;
        m_handedOver = true;
        return m_change;
    }

private:
    const std::size_t m_at;
    const LiveOptions m_change;
    bool m_handedOver = false;
};

/// The values of `options` after `change`, as what a run is to go on with.
template <typename Change>
LiveOptions changing(const TrainOptions& options, Change change)
{
    TrainOptions after = options;
    change(after);
    LiveOptions live;
    live.frozen = options.frozen;
    live.values = liveValuesOf(after);
    return live;
}

/// A checkpoint without what the clock wrote.
inline StateDict timeless(StateDict checkpoint)
{
    checkpoint.metadata.erase("seconds");
    return checkpoint;
}

}  // namespace glyphscope::test
