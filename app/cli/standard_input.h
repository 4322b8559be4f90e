// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace glyphscope {

/// The file that a command reads for this argument: "-" is standard input, which is then read to its end into
/// a file that goes with the program, any other name is itself. Throws Error if it cannot be read or kept.
[[nodiscard]] QString inputFile(const QString& argument);
[[nodiscard]] QStringList inputFiles(const QStringList& arguments);

/// Throws UsageError where "-" cannot do: what is read will be read again. `command` is told.
void refuseStandardInput(const QStringList& arguments, const char* command);

}  // namespace glyphscope
