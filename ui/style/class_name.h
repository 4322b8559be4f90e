// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

namespace glyphscope {

/// The class' name, or its number where it has none.
[[nodiscard]] inline QString className(const QStringList& names, int index)
{
    return index >= 0 && index < names.size() ? names.at(index) : QString::number(index);
}

}  // namespace glyphscope
