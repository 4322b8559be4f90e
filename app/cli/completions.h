// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_description.h"

#include <QtCore/QStringList>

namespace glyphscope {

/// The shells that completionFor() knows: "bash", "zsh", "fish".
[[nodiscard]] QStringList knownShells();

/// What a shell completes `glyphscope ...` by: names of commands, their options, and files or folders where
/// an option takes such. `shell` is a known one.
[[nodiscard]] QString completionFor(const QString& shell, const QList<CommandDescription>& commands);

}  // namespace glyphscope
