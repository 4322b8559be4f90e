// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/module_output.h"
#include "model/types/statistics.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace glyphscope {

/// PyTorch's four kinds of module hooks.
enum class HookKind { ForwardPre, Forward, FullBackwardPre, FullBackward };

/// What a hook does to the value it is given: a forward pre-hook to the module's input, a forward hook to its
/// output, a full backward pre-hook to the gradient of the output, a full backward hook to that of the input.
enum class HookAction {
    Observe,   ///< nothing; it is only looked at
    Zero,      ///< all zeros
    Fill,      ///< `amount` everywhere
    Scale,     ///< times `amount`
    Clamp,     ///< into [`amount`, `limit`]
    AddNoise,  ///< plus Gaussian noise of deviation `amount`, the same for every pass with the same `seed`
    Patch,     ///< replaced by `donor`'s values
};

/// A hook that the user wants: values only, so that it can be shown, kept and sent between threads.
struct HookSpec {
    std::uint64_t id = 0;  ///< unique, given by who makes it; not the library's handle
    HookKind kind = HookKind::Forward;
    std::string module;  ///< "conv1"; empty: global, around every module
    HookAction action = HookAction::Observe;
    int channel = -1;   ///< the only channel (of a vector: value) that is touched; -1: all of them
    double amount = 0;  ///< see HookAction
    double limit = 0;
    std::uint64_t seed = 0;
    std::shared_ptr<const ModuleOutput> donor;  ///< of Patch: the same value from another drawing
    bool prepend = false;                       ///< in front of those that are there already
    bool enabled = true;
    bool predicting = true;  ///< runs when the window reads a drawing
    bool training = false;   ///< runs in every training step; what that costs, see HookCost

    [[nodiscard]] bool changesValues() const { return enabled && action != HookAction::Observe; }
    /// On the way forward, when the window reads a drawing.
    [[nodiscard]] bool changesAnswers() const
    {
        return changesValues() && predicting && (kind == HookKind::ForwardPre || kind == HookKind::Forward);
    }
};

/// How a hook fared since it was put in.
struct HookRecord {
    std::uint64_t id = 0;
    std::int64_t calls = 0;
    double meanMicroseconds = 0;  ///< of its own work, per call
    std::vector<int> shape;       ///< of the value it saw last, without the batch
    Statistics last;              ///< of that value, after its action
};

/// How fast a training is with its hooks and without them, in images a second, both measured in that run.
struct HookCost {
    double with = 0;
    double without = 0;
};

/// One call of a hook, for the log.
struct HookEvent {
    std::uint64_t id = 0;
    HookKind kind = HookKind::Forward;
    std::string module;
    std::string pass;  ///< "reading", "gradient", "attribution", "sweep", "activity" or "step 120"
    std::vector<int> shape;
    Statistics value;
    double microseconds = 0;
};

}  // namespace glyphscope
