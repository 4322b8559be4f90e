// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/recognition/recognizer.h"
#include "model/types/state_dict.h"

#include <functional>
#include <memory>

namespace glyphscope {

/// Makes a reader that hooks can be put into.
using HookedMaker = std::function<std::unique_ptr<Recognizer>()>;

/// Reads on the calling thread without LibTorch. While there are hooks, it leaves the reading to one that
/// `makeHooked` makes; without it there can be none. Throws Error, with the list of what does not fit, if
/// `weights` are not those of a network that canRead().
[[nodiscard]] std::unique_ptr<Recognizer> makeCpuRecognizer(const StateDict& weights,
                                                            HookedMaker makeHooked = {});

}  // namespace glyphscope
