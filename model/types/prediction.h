// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
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
    std::vector<float> probabilities;  ///< softmax of the logits
    int best = -1;                     ///< most probable class, -1 when empty
    int second = -1;                   ///< second most probable class, -1 when there is none

    /// Probability of the best class less that of the second, in [0, 1].
    [[nodiscard]] float margin() const
    {
        if (best < 0)
            return 0.0F;
        const auto p = [this](int k) { return k < 0 ? 0.0F : probabilities[static_cast<std::size_t>(k)]; };
        return p(best) - p(second);
    }
};

/// One module's output for one glyph, copied out of the network: safe to keep and to show.
struct ModuleOutput {
    std::string name;        ///< as in the state dict: "conv1"
    std::string kind;        ///< "Conv2d(1, 32, 3, padding=1)"
    std::vector<int> shape;  ///< without the batch: {32, 28, 28} or {256}
    std::vector<float> values;
};

/// A prediction with every module's output on the way, in order of the forward pass.
struct Reading {
    Prediction prediction;
    std::vector<ModuleOutput> modules;
    double microseconds = 0;  ///< wall-clock time of the forward pass
};

}  // namespace glyphscope
