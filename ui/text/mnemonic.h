// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace glyphscope {

/// "Open…" of "&Open…", and of "Open(&O)…" as Chinese menus write it: what is read where there is no key to
/// press.
[[nodiscard]] QString withoutMnemonic(const QString& text);

}  // namespace glyphscope
