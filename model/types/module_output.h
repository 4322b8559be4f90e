// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace glyphscope {

/// One module's output (or the gradient of it) for one glyph, copied out of the network: safe to keep and to
/// show.
struct ModuleOutput {
    std::string name;        ///< as in the state dict: "conv1"
    std::string kind;        ///< "Conv2d(1, 32, 3, padding=1)"
    std::vector<int> shape;  ///< without the batch: {32, 28, 28} or {256}
    std::vector<float> values;
    double microseconds = 0;  ///< wall-clock time of the module's forward; 0 where it was not measured
    std::vector<std::string> sources = {};  ///< NetworkLayer::sources; none: not said
};

/// What stands for the probabilities behind the last module; no module has that name.
inline constexpr const char* kAnswerName = "softmax";

}  // namespace glyphscope
