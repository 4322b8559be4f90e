// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QtCore/QString>

namespace glyphscope {

/// Registers the compiled-in icons and style files. A static library's resources are not found without it.
void initStyleResources();

/// The style sheet of resources/style/glyphscope.qss with every @word replaced by `colours` and the metrics.
[[nodiscard]] QString styleSheet(const Theme& colours);

}  // namespace glyphscope
