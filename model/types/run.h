// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/data_choice.h"
#include "model/types/network_spec.h"
#include "model/types/train_options.h"
#include "model/types/training_progress.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

enum class RunState {
    Running,      ///< by this program or another that is alive
    Done,         ///< to its last step, or the accuracy that was asked for
    Stopped,      ///< by the user; can be resumed
    Failed,       ///< its loss stopped being finite, or the like; `failure` says so
    Interrupted,  ///< the program ended while it trained; can be resumed
};

/// One training as the list of runs shows it: what it was started with and how far it came.
struct RunInfo {
    std::string id;    ///< the name of its folder
    std::string name;  ///< the user's; at first made of recipe and seed
    std::string note;
    RunState state = RunState::Running;
    std::string failure;
    std::int64_t startedAt = 0;  ///< seconds since 1970 (UTC)
    TrainOptions options;
    DataChoice data;
    std::string dataName;  ///< "MNIST"
    std::int64_t trainImages = 0;
    std::vector<std::string> classNames;  ///< one a class, or empty
    /// None before weights were kept for the first time, and in runs of versions that knew one network only.
    std::optional<NetworkSpec> network;
    std::int64_t step = 0;
    std::int64_t totalSteps = 0;
    double seconds = 0;  ///< of training, over all its parts
    std::int64_t epochsDone = 0;
    EpochStats last;  ///< the newest evaluation; its epoch is 0 and its step 0 before the first
    EpochStats best;  ///< by judgedAccuracy()
    Evaluation test;  ///< the newest, without the values image by image
};

/// The curves of a run in columns, a value a step, ascending by step.
struct StepCurves {
    std::vector<std::int64_t> step;
    std::vector<float> epoch;
    std::vector<float> seconds;
    std::vector<float> loss;
    std::vector<float> accuracy;
    std::vector<float> learningRate;
    std::vector<float> gradientNorm;
    std::vector<float> imagesPerSecond;

    [[nodiscard]] std::size_t size() const { return step.size(); }

    void add(const StepStats& s)
    {
        step.push_back(s.step);
        epoch.push_back(static_cast<float>(s.epoch));
        seconds.push_back(static_cast<float>(s.seconds));
        loss.push_back(static_cast<float>(s.loss));
        accuracy.push_back(static_cast<float>(s.accuracy));
        learningRate.push_back(static_cast<float>(s.learningRate));
        gradientNorm.push_back(static_cast<float>(s.gradientNorm));
        imagesPerSecond.push_back(static_cast<float>(s.imagesPerSecond));
    }
};

/// Everything that a run's charts show.
struct RunCurves {
    StepCurves steps;
    std::vector<EpochStats> epochs;
    std::vector<RunMark> marks;
};

/// Weights that a run kept on its way.
struct RunCheckpoint {
    std::int64_t step = 0;
    double epoch = 0;
    bool best = false;
    friend bool operator==(const RunCheckpoint&, const RunCheckpoint&) = default;
};

}  // namespace glyphscope
