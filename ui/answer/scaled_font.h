// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

namespace glyphscope {

/// A font of the type scale, so many times as large: a large panel is read from farther away.
[[nodiscard]] QFont scaledFont(TextStyle style, double scale);

/// How much larger the words of a panel of that size are than those of a usual one: from 1 to 2, in quarters,
/// so that they do not change with every pixel.
[[nodiscard]] double wordScale(QSize panel);

}  // namespace glyphscope
