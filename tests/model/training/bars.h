// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/training/train.h"

#include <random>
#include <stop_token>
#include <vector>

namespace glyphscope::test {

/// Bars at a height that the label settles, with noise: what a network learns in a few dozen steps.
inline Dataset bars(std::size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    Dataset data;
    data.classCount = 10;
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
    void onEpoch(const EpochStats& stats) override { epochs.push_back(stats); }
    bool wantsSnapshot() override { return wantSnapshots; }
    void onSnapshot(StateDict weights) override { snapshots.push_back(std::move(weights)); }

    std::vector<StepStats> steps;
    std::vector<EpochStats> epochs;
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

}  // namespace glyphscope::test
