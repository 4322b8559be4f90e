// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/run.h"

#include <memory>
#include <string>
#include <vector>

namespace glyphscope::test {

/// A run that is done: five epochs of 469 steps, two classes on the test set.
inline RunInfo keptRun(const std::string& id)
{
    RunInfo run;
    run.id = id;
    run.name = "Run " + id;
    run.state = RunState::Done;
    run.startedAt = 1'770'000'000;
    run.options.seed = 1;
    run.dataName = "MNIST";
    run.trainImages = 60'000;
    run.step = run.totalSteps = 2345;
    run.seconds = 60;
    run.epochsDone = 5;
    run.last.epoch = 5;
    run.last.step = 2345;
    run.last.testAccuracy = 0.99;
    run.last.testLoss = 0.03;
    run.best = run.last;
    run.test.classCount = 2;
    run.test.confusion = {90, 10, 20, 80};
    return run;
}

/// "r0", "r1", ...: each begun an hour after the one before, and a little better.
inline std::vector<RunInfo> keptRuns(int count)
{
    std::vector<RunInfo> runs;
    for (int i = 0; i < count; ++i) {
        runs.push_back(keptRun("r" + std::to_string(i)));
        runs.back().startedAt += 3600 * i;
        runs.back().last.testAccuracy += 0.00001 * i;
        runs.back().best = runs.back().last;
    }
    return runs;
}

/// One at the end of each of five epochs, the fourth the best.
inline std::vector<RunCheckpoint> fiveCheckpoints()
{
    std::vector<RunCheckpoint> checkpoints;
    for (int epoch = 1; epoch <= 5; ++epoch)
        checkpoints.push_back({469 * epoch, static_cast<double>(epoch), epoch == 4});
    return checkpoints;
}

inline std::shared_ptr<const RunCurves> curvesOf(int steps, double loss)
{
    auto curves = std::make_shared<RunCurves>();
    for (int i = 1; i <= steps; ++i) {
        StepStats step;
        step.step = i;
        step.totalSteps = steps;
        step.loss = loss / i;
        step.accuracy = 1 - 0.9 / i;
        curves->steps.add(step);
    }
    return curves;
}

}  // namespace glyphscope::test
