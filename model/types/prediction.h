// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/class_set.h"
#include "model/types/hook_spec.h"
#include "model/types/module_output.h"
#include "model/types/raster.h"

#include <optional>
#include <vector>

namespace glyphscope {

/// How far an answer can be relied on.
enum class Verdict {
    Digit,      ///< one class stands out
    Unsure,     ///< the network's probabilities do not settle on one class
    NotADigit,  ///< nothing the network knows
    Empty,      ///< nothing was drawn
};

/// The network's answer to one glyph. Both vectors hold one value a class, or nothing when empty.
struct Prediction {
    Verdict verdict = Verdict::Empty;
    std::vector<float> logits;
    std::vector<float> probabilities;  ///< softmax of the logits, divided by the temperature if there is one
    float evidence = 0;                ///< log-sum-exp of the logits: how much speaks for any class at all
    int best = -1;                     ///< most probable class, -1 when empty
    int second = -1;                   ///< second most probable class, -1 when there is none
    ClassSet classes = {};             ///< of the weights that answered; none where nothing says them
    bool several = false;              ///< what was drawn looks like several digits (looksLikeSeveral())
    bool entangled = false;            ///< in a picture: something lies along the figure or closes around it
    bool cutOff = false;               ///< the file of the picture ended early

    /// Probability of the best class less that of the second, in [0, 1].
    [[nodiscard]] float margin() const
    {
        if (best < 0)
            return 0.0F;
        const auto p = [this](int k) { return k < 0 ? 0.0F : probabilities[static_cast<std::size_t>(k)]; };
        return p(best) - p(second);
    }
};

/// A prediction with everything on the way: what the window shows of one drawing.
struct Reading {
    Prediction prediction;
    std::optional<Prediction> withoutHooks;  ///< the answer if no hook of the user changed a value; none
                                             ///< where none does
    Glyph glyph{};
    std::vector<float> input;  ///< 28x28: what the network gets, the glyph standardised
    /// Every module's output in the order in which they are done: a block after what it holds.
    std::vector<ModuleOutput> modules;
    std::vector<HookRecord> hooks;  ///< of the user's hooks, in their order
    double microseconds = 0;        ///< wall-clock time of the forward pass
};

}  // namespace glyphscope
