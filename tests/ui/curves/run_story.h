// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/train_options.h"
#include "model/types/training_progress.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace glyphscope::test {

/// The first `count` of `total` steps of a plausible run.
inline std::vector<StepStats> steps(int count, int total)
{
    std::vector<StepStats> result;
    for (int i = 1; i <= count; ++i) {
        const double jitter = std::sin(i * 12.9898) * 0.5 + std::sin(i * 4.1414) * 0.5;
        const double fall = std::exp(-i / 25.0);
        StepStats step;
        step.step = i;
        step.totalSteps = total;
        step.loss = 0.29 + 2.0 * fall + 0.09 / (1 + i / 900.0) * (1 + jitter);
        step.accuracy = std::min(1.0, 0.992 - 0.88 * fall + 0.03 * (jitter - 0.4));
        step.imagesPerSecond = 8123.4;
        step.seconds = i * 128 / 8123.4;
        result.push_back(step);
    }
    return result;
}

/// An evaluation after `step`.
inline EpochStats epoch(int number, int step, double accuracy)
{
    EpochStats stats;
    stats.epoch = number;
    stats.step = step;
    stats.trainLoss = 0.3 + 0.1 / number;
    stats.testLoss = 0.03 + 0.05 / number;
    stats.testAccuracy = accuracy;
    stats.seconds = step * 128 / 8123.4;
    return stats;
}

inline std::vector<TrainOptions> recipes()
{
    TrainOptions sprint;
    sprint.recipe = "sprint";
    sprint.epochs = 1;
    TrainOptions quality;
    quality.recipe = "quality";
    quality.epochs = 20;
    quality.augmentation.rotation = 10;
    quality.averaging = 0.999;
    return {sprint, TrainOptions{}, quality};
}

}  // namespace glyphscope::test
