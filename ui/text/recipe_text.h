// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/train_options.h"

#include <QtCore/QString>

#include <string>

namespace glyphscope {

/// "Sprint" for "sprint", "Custom (from Standard)" for what customRecipe("standard") gives.
[[nodiscard]] QString recipeTitle(const TrainOptions& options);

/// What a recipe does, in a line: "1 epoch, batch 128, Adam at 0.004, no augmentation".
[[nodiscard]] QString recipeSummary(const TrainOptions& options);

/// "SGD, Nesterov".
[[nodiscard]] QString optimizerTitle(OptimizerKind kind);

/// "One cycle".
[[nodiscard]] QString scheduleTitle(ScheduleKind kind);

/// The name under which options are kept that were changed from the recipe `base`: "custom (from standard)".
[[nodiscard]] std::string customRecipe(const std::string& base);

/// "standard" for "standard" and for "custom (from standard)".
[[nodiscard]] std::string baseRecipe(const std::string& recipe);

/// Whether both train alike, but for the seed, the device, what is frozen and when it ends early.
[[nodiscard]] bool sameRecipe(TrainOptions a, const TrainOptions& b);

}  // namespace glyphscope
