// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/train_options.h"

#include <QtCore/QString>

namespace glyphscope {

/// "Sprint" for "sprint".
[[nodiscard]] QString recipeTitle(const TrainOptions& options);

/// What a recipe does, in a line: "1 epoch, batch 128, Adam at 0.004, no augmentation".
[[nodiscard]] QString recipeSummary(const TrainOptions& options);

/// "SGD, Nesterov".
[[nodiscard]] QString optimizerTitle(OptimizerKind kind);

}  // namespace glyphscope
