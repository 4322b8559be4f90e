// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/message.h"
#include "model/types/state_dict.h"

#include <array>
#include <cstdint>
#include <string>
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
    double gradientNorm = 0;     ///< L2 norm over all parameters' gradients, before the step
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
    bool validated = false;  ///< there is a validation split
    double validationLoss = 0;
    double validationAccuracy = 0;
    double seconds = 0;

    /// What the best epoch is chosen by: the validation split where there is one, else the test set.
    [[nodiscard]] double judgedAccuracy() const { return validated ? validationAccuracy : testAccuracy; }
    [[nodiscard]] double judgedLoss() const { return validated ? validationLoss : testLoss; }
};

/// Something was changed in the midst of a run: "learning rate 0.004 to 0.001".
struct RunMark {
    std::int64_t step = 0;  ///< in force from the step after this one
    std::string text;
    friend bool operator==(const RunMark&, const RunMark&) = default;
};

/// Accuracy over a labelled set. `confusion[truth * classCount + answer]` counts.
struct Evaluation {
    std::int64_t count = 0;
    std::int64_t correct = 0;
    int classCount = 0;
    double loss = 0;  ///< mean cross-entropy
    std::vector<std::int64_t> confusion;
    std::vector<std::uint8_t> answers = {};    ///< image by image: the most probable class
    std::vector<float> confidence = {};        ///< image by image: the answer's probability
    std::vector<float> truthProbability = {};  ///< image by image: the true class's probability
    std::vector<float> evidence = {};          ///< image by image: log-sum-exp of the logits

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
    Message failure;       ///< why it ended; the weights are then the last good ones
};

}  // namespace glyphscope
