// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "model/types/option_table.h"
#include "model/types/train_options.h"

namespace glyphscope {

/// Adds --learning-rate, --rotation and so on: what a recipe sets, one by one.
void addHyperParameters(Command& command);

/// "dropout": how --NAME is called that sets a row of the table; empty if there is none.
[[nodiscard]] QString optionName(const OptionRow& row);

/// Puts in those that were given; the parameters of --freeze are those of the shipped network unless another
/// is trained, whose training checks them. Throws UsageError, also for one that would change nothing beside
/// the others.
void changeHyperParameters(TrainOptions& options, const Command& command, bool otherNetwork = false);

/// Throws UsageError if one was given: a run that is resumed has its own.
void refuseHyperParameters(const Command& command);

/// The same of one option, --NAME; for a command line with --resume.
void refuseWithResume(const Command& command, const QString& name);

}  // namespace glyphscope
