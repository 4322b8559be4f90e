// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_description.h"

namespace glyphscope {

/// glyphscope(1) in the language of man pages, man(7).
[[nodiscard]] QString manualPage(const QList<CommandDescription>& commands);

}  // namespace glyphscope
