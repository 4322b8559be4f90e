// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/gradients.h"
#include "model/types/live_options.h"
#include "model/types/message.h"
#include "model/types/training_progress.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace glyphscope {

/// Where a training run reports to, from the thread that trains.
class TrainSink {
public:
    virtual ~TrainSink() = default;

    /// After every step; must return within microseconds.
    virtual void onStep(const StepStats&) {}
    /// After every evaluation on the test set, just before onEpoch(): every image's answer.
    virtual void onEvaluation(const Evaluation&) {}
    /// After every evaluation.
    virtual void onEpoch(const EpochStats&) {}
    /// Before each step; may block, for a pause. The time it takes counts for nothing. Returns at the latest
    /// when a stop is requested.
    virtual void waitForTurn(std::stop_token) {}
    /// Asked before waitForTurn(): shall the trainer hand out a copy of the weights now?
    [[nodiscard]] virtual bool wantsSnapshot() { return false; }
    /// A copy of the present weights; only after wantsSnapshot() said yes.
    virtual void onSnapshot(StateDict) {}
    /// Asked after each step, and its evaluation if there was one: shall the trainer hand out what a resume
    /// needs?
    [[nodiscard]] virtual bool wantsCheckpoint() { return false; }
    /// Weights, optimizer and counters; only after wantsCheckpoint() said yes.
    virtual void onCheckpoint(StateDict) {}
    /// Asked before each step: what was changed since it was asked last?
    [[nodiscard]] virtual std::optional<LiveOptions> takeChanges() { return std::nullopt; }
    /// A change of the hyper-parameters that is in force now.
    virtual void onMark(const RunMark&) {}
    /// After changes were taken: the device that model, optimizer state and data are on now.
    virtual void onDevice(const std::string&) {}
    /// Why a change could not be made; the training continues without it.
    virtual void onRefused(const Message&) {}
    /// Asked before each step: shall the gradients of this step be probed? It costs about a tenth of a step.
    [[nodiscard]] virtual bool wantsGradientFlow() { return false; }
    /// Norms at every module; only after wantsGradientFlow() said yes.
    virtual void onGradientFlow(const GradientFlow&) {}
    /// After each step with hooks of the user: how they fared since they were put in, and their calls.
    virtual void onHooks(const std::vector<HookRecord>&, std::vector<HookEvent>) {}
    /// With onHooks(), once it is known: how fast the training is with them and without.
    virtual void onHookCost(const HookCost&) {}
};

}  // namespace glyphscope
