// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/state_dict.h"
#include "model/types/train_options.h"

#include <string>
#include <vector>

namespace glyphscope {

/// The ready-made recipes, fastest first: "sprint", "standard", "quality".
[[nodiscard]] std::vector<TrainOptions> recipes();

/// The recipe of that name. Throws Error that names those there are.
[[nodiscard]] TrainOptions recipe(const std::string& name);

/// Throws Error, naming the option and its range, unless every number lies in its row's range of
/// kOptionTable.
void checkOptions(const TrainOptions& options);

/// Every option as metadata of a checkpoint ("option.epochs" ...), so that a run can be resumed.
void putOptions(const TrainOptions& options, StateDict& checkpoint);

/// The options that putOptions() stored. Throws Error if one is missing or malformed.
[[nodiscard]] TrainOptions optionsOf(const StateDict& checkpoint);

}  // namespace glyphscope
