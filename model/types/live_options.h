// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/hook_spec.h"
#include "model/types/train_options.h"

#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

/// The hyper-parameters that may be changed while a network trains; as those of TrainOptions.
struct LiveValues {
    double peakLearningRate = 0.004;
    double beta1 = 0.7;
    double beta2 = 0.9;
    double matrixRate = 0.25;
    double matrixMomentum = 0.5;
    double weightDecay = 0;
    double labelSmoothing = 0.05;
    double dropout = 0;
    Augmentation augmentation;
    friend bool operator==(const LiveValues&, const LiveValues&) = default;
};

[[nodiscard]] inline LiveValues liveValuesOf(const TrainOptions& o)
{
    return {o.peakLearningRate, o.beta1,          o.beta2,   o.matrixRate,  o.matrixMomentum,
            o.weightDecay,      o.labelSmoothing, o.dropout, o.augmentation};
}

inline void setLiveValues(TrainOptions& o, const LiveValues& values)
{
    o.peakLearningRate = values.peakLearningRate;
    o.beta1 = values.beta1;
    o.beta2 = values.beta2;
    o.matrixRate = values.matrixRate;
    o.matrixMomentum = values.matrixMomentum;
    o.weightDecay = values.weightDecay;
    o.labelSmoothing = values.labelSmoothing;
    o.dropout = values.dropout;
    o.augmentation = values.augmentation;
}

/// What may be changed while a network trains; in force from the next step on.
struct LiveOptions {
    std::vector<std::string> frozen;   ///< names of parameters that keep their values
    std::vector<HookSpec> hooks;       ///< those with `training` run in every step
    std::string device = "cpu";        ///< where model, optimizer state and data are
    std::optional<LiveValues> values;  ///< nothing: as the run has them
};

}  // namespace glyphscope
