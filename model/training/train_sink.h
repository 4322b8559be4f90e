// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/training_progress.h"

namespace glyphscope {

/// Where a training run reports to, from the thread that trains.
class TrainSink {
public:
    virtual ~TrainSink() = default;

    /// After every step; must return within microseconds.
    virtual void onStep(const StepStats&) {}
    /// After every evaluation on the test set.
    virtual void onEpoch(const EpochStats&) {}
    /// Asked before each step: shall the trainer hand out a copy of the weights now?
    [[nodiscard]] virtual bool wantsSnapshot() { return false; }
    /// A copy of the present weights; only after wantsSnapshot() said yes.
    virtual void onSnapshot(StateDict) {}
    /// Asked after each evaluation: shall the trainer hand out what a resume needs?
    [[nodiscard]] virtual bool wantsCheckpoint() { return false; }
    /// Weights, optimizer and counters; only after wantsCheckpoint() said yes.
    virtual void onCheckpoint(StateDict) {}
};

}  // namespace glyphscope
