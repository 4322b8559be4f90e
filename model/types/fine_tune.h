// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/state_dict.h"
#include "model/types/train_options.h"
#include "model/types/training_progress.h"

#include <cstdint>
#include <string>
#include <vector>

namespace glyphscope {

/// Which layers keep their values while a network is fine-tuned.
enum class Freezing {
    Nothing,
    Convolutions,  ///< the features stay and what is made of them is learnt (Yosinski et al. 2014)
    AllButLast,
    Named,  ///< the parameters that FineTuneOptions::frozen names
};

/// How a trained network is taught a few samples more.
struct FineTuneOptions {
    int steps = 150;             ///< >= 1
    int batchSize = 128;         ///< images a step, >= 2
    double sampleShare = 0.2;    ///< of each batch; the rest is replayed from the training set, in (0, 1]
    double learningRate = 1e-3;  ///< of AdamW, at its highest
    double heldOut = 0.2;        ///< share of each class of the samples kept for the report, in [0, 0.5]
    Augmentation augmentation{
        .rotation = 15, .scale = 0.15, .shear = 0.2, .translation = 1.5, .elasticAlpha = 1};  ///< of samples
    /// Measured on real ink, Convolutions teaches as much as Nothing, and takes half the time.
    Freezing freezing = Freezing::Convolutions;
    std::vector<std::string> frozen;  ///< with Freezing::Named
    std::uint64_t seed = 0;
    std::string device = "cpu";
};

/// What a fine-tune changed: the same images read before and after it.
struct FineTuneReport {
    std::int64_t samples = 0;  ///< trained on
    std::int64_t leftOut = 0;  ///< not looked at: of other classes than the weights know
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
