// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/train_options.h"

#include <string>

namespace glyphscope {

/// The names under which options are stored: "sgd", "nesterov", "adam", "adamw", "muon".
[[nodiscard]] std::string optimizerName(OptimizerKind kind);
/// Throws Error that names those there are.
[[nodiscard]] OptimizerKind optimizerNamed(const std::string& name);

/// "one-cycle", "constant", "cosine", "step", "linear".
[[nodiscard]] std::string scheduleName(ScheduleKind kind);
/// Throws Error that names those there are.
[[nodiscard]] ScheduleKind scheduleNamed(const std::string& name);

}  // namespace glyphscope
