// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/help_text.h"

namespace glyphscope {

/// What a part of the window shows and what one does with it; empty: no such place.
[[nodiscard]] QStringList wordsOf(const QString& place);

/// The keys of a part of the window that has the focus, but for the window's actions.
[[nodiscard]] QList<HelpEntry> keysOf(const QString& place);

}  // namespace glyphscope
