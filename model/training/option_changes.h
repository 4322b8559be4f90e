// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/train_options.h"

#include <string>
#include <vector>

namespace glyphscope {

/// What was changed of that which may change in the midst of a run, in words, one text a change: "learning
/// rate 0.004 to 0.001", "frozen: conv1.weight, conv1.bias", "device cpu to cuda:0".
[[nodiscard]] std::vector<std::string> optionChanges(const TrainOptions& before, const TrainOptions& after);

}  // namespace glyphscope
