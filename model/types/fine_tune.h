// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/state_dict.h"
#include "model/types/train_options.h"
#include "model/types/training_progress.h"

#include <cstdint>
#include <string>
#include <vector>

namespace glyphscope {

/// How a trained network is taught a few samples more.
struct FineTuneOptions {
    int steps = 200;             ///< >= 1
    int batchSize = 128;         ///< images a step, >= 2
    double sampleShare = 0.5;    ///< of each batch; the rest is replayed from the training set, in (0, 1]
    double learningRate = 1e-3;  ///< of AdamW, at its highest
    double heldOut = 0.2;        ///< share of each class of the samples kept for the report, in [0, 0.5]
    Augmentation augmentation{
        .rotation = 10, .scale = 0.1, .shear = 0.1, .translation = 1.5, .elasticAlpha = 0.7};  ///< of samples
    std::vector<std::string> frozen;  ///< names of parameters that keep their values
    std::uint64_t seed = 0;
    std::string device = "cpu";
};

/// What a fine-tune changed: the same images read before and after it.
struct FineTuneReport {
    std::int64_t samples = 0;  ///< trained on
    Evaluation heldOutBefore;  ///< samples of mine that were not trained on; count 0 if there were too few
    Evaluation heldOutAfter;
    Evaluation trainedBefore;  ///< samples of mine that were trained on
    Evaluation trainedAfter;
    Evaluation testBefore;  ///< the test set: what was forgotten
    Evaluation testAfter;
    double seconds = 0;
};

struct FineTuneResult {
    StateDict weights;
    FineTuneReport report;
    bool stopped = false;  ///< before the last step: the weights are those it began with
};

}  // namespace glyphscope
