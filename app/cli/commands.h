// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_description.h"

#include <QtCore/QStringList>

namespace glyphscope {

/// Whether the arguments (the program's name first) ask for the command line rather than for the window.
[[nodiscard]] bool asksForCommand(const QStringList& arguments);

/// Runs the command that the arguments name and returns the exit status. Needs a QCoreApplication.
[[nodiscard]] int runCommand(const QStringList& arguments);

/// Every command in the order of the alphabet, the tour too.
[[nodiscard]] QList<CommandDescription> describedCommands();

// The commands. Each takes its name and arguments, throws Error, and returns the exit status.
[[nodiscard]] int predictCommand(const QStringList& arguments);
[[nodiscard]] int evaluateCommand(const QStringList& arguments);
[[nodiscard]] int calibrateCommand(const QStringList& arguments);
[[nodiscard]] int convertCommand(const QStringList& arguments);
[[nodiscard]] int trainCommand(const QStringList& arguments);
[[nodiscard]] int inspectCommand(const QStringList& arguments);
[[nodiscard]] int finetuneCommand(const QStringList& arguments);
[[nodiscard]] int benchCommand(const QStringList& arguments);
[[nodiscard]] int networkCommand(const QStringList& arguments);
[[nodiscard]] int completionCommand(const QStringList& arguments);
[[nodiscard]] int manualCommand(const QStringList& arguments);
[[nodiscard]] int runsCommand(const QStringList& arguments);

}  // namespace glyphscope
