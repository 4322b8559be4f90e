// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "model/types/data_choice.h"
#include "model/types/train_options.h"

namespace glyphscope {

/// Adds the options that say what is trained on and how.
void addTrainSettings(Command& command);

/// The recipe with what the options change of it. Throws UsageError.
[[nodiscard]] TrainOptions trainOptionsFor(const Command& command);

/// Puts in what may also be changed of a run that is resumed: --device and --until. Throws UsageError.
void changeWhereAllowed(TrainOptions& options, const Command& command);

/// With absolute paths, so that the run can be resumed from elsewhere. Throws UsageError.
[[nodiscard]] DataChoice dataChoiceFor(const Command& command);

/// Throws UsageError for an option that a run that is resumed has of its own. `knowsData`: it says what
/// it is trained on, too.
void refuseSettings(const Command& command, bool knowsData);

}  // namespace glyphscope
