// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/state_dict.h"

#include <array>
#include <cstdint>
#include <vector>

namespace glyphscope {

/// One optimizer step.
struct StepStats {
    std::int64_t step = 0;  ///< 1 after the first step
    std::int64_t totalSteps = 0;
    double epoch = 0;     ///< fractional, 1.0 after the first epoch
    double loss = 0;      ///< mean over the batch, with label smoothing
    double accuracy = 0;  ///< of the batch, in [0, 1], before the step
    double learningRate = 0;
    double imagesPerSecond = 0;  ///< since the run began, without evaluation
    double seconds = 0;          ///< wall clock since the run began
};

/// The state after an evaluation on the test set.
struct EpochStats {
    int epoch = 0;  ///< whole epochs done
    std::int64_t step = 0;
    double trainLoss = 0;  ///< mean over the steps since the last evaluation
    double trainAccuracy = 0;
    double testLoss = 0;  ///< cross-entropy without label smoothing
    double testAccuracy = 0;
    double seconds = 0;
};

/// Accuracy over a labelled set. `confusion[truth * classCount + answer]` counts.
struct Evaluation {
    std::int64_t count = 0;
    std::int64_t correct = 0;
    int classCount = 0;
    double loss = 0;  ///< mean cross-entropy
    std::vector<std::int64_t> confusion;

    [[nodiscard]] double accuracy() const
    {
        return count == 0 ? 0.0 : static_cast<double>(correct) / static_cast<double>(count);
    }
};

/// How a run ended, with the weights it leaves.
struct TrainResult {
    StateDict weights;     ///< the averaged weights where averaging is on
    StateDict checkpoint;  ///< weights, optimizer and counters: what a resume needs
    Evaluation test;
    std::int64_t steps = 0;
    double seconds = 0;  ///< wall clock from the data in memory, evaluation included
    double imagesPerSecond = 0;
    bool stopped = false;  ///< by the stop token, before the last step
};

}  // namespace glyphscope
