// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/run.h"

#include <cmath>
#include <memory>

namespace glyphscope::test {

/// A plausible run of `count` steps, 100 an epoch, 0.01 s a step, with an evaluation after each epoch.
inline std::shared_ptr<RunCurves> makeCurves(int count, double offset = 0)
{
    auto curves = std::make_shared<RunCurves>();
    for (int i = 1; i <= count; ++i) {
        StepStats step;
        step.step = i;
        step.totalSteps = count;
        step.epoch = i / 100.0;
        step.seconds = i * 0.01;
        step.loss = 0.3 + offset + 2 * std::exp(-i / 40.0) + 0.05 * std::sin(i * 12.9898);
        step.accuracy = 0.97 - offset / 10 - 0.8 * std::exp(-i / 40.0) + 0.02 * std::sin(i * 4.1414);
        step.learningRate = 0.004 * (1.0 - i / (count + 1.0));
        step.gradientNorm = 0.5 + std::exp(-i / 40.0);
        step.imagesPerSecond = 12800;
        curves->steps.add(step);
        if (i % 100 != 0)
            continue;
        EpochStats epoch;
        epoch.epoch = i / 100;
        epoch.step = i;
        epoch.testLoss = 0.2 + offset + 0.1 / epoch.epoch;
        epoch.testAccuracy = 0.98 - offset / 10;
        epoch.seconds = i * 0.01;
        curves->epochs.push_back(epoch);
    }
    return curves;
}

}  // namespace glyphscope::test
