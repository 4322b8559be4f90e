// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/prediction.h"
#include "model/types/state_dict.h"
#include "model/types/unit_explanation.h"

namespace glyphscope {

/// How one value of `reading` came about, from the module's input and `weights`, summed in double. Modules
/// are those of the network that `weights` are of, and "softmax" over the last one's output, with the
/// temperature noted beside `weights`. Pure; no LibTorch. Throws Error for a module or index that the reading
/// does not have.
[[nodiscard]] UnitExplanation explainUnit(const Reading& reading, const StateDict& weights,
                                          const UnitAddress& unit);

/// Whether `reading` came of the network that `weights` are of, whatever their values.
[[nodiscard]] bool isReadingOf(const StateDict& weights, const Reading& reading);

}  // namespace glyphscope
