// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/state_dict.h"

#include <cstdint>
#include <string>
#include <vector>

namespace glyphscope {

/// A parameter of SimpleCNN by its name in the state dict.
struct ParameterShape {
    std::string name;
    std::vector<std::int64_t> shape;
};

/// Those of a SimpleCNN with `classCount` classes, in the order of the module tree.
[[nodiscard]] std::vector<ParameterShape> parametersOfSimpleCnn(int classCount);

/// Throws Error that lists missing, unexpected and mis-shaped tensors, as PyTorch's load_state_dict does,
/// unless `weights` are those of a SimpleCNN with `classCount` classes; of a long list its beginning.
void checkSimpleCnn(const StateDict& weights, int classCount);

/// The number of classes that `weights` were trained for, by the shape of fc2. Throws Error with
/// the list of checkSimpleCnn() if that is none of a SimpleCNN.
[[nodiscard]] int classCountOf(const StateDict& weights);

}  // namespace glyphscope
