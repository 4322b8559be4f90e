// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

namespace glyphscope {

/// Columns beside each other, each as wide as its widest cell.
[[nodiscard]] QString columns(const std::vector<QStringList>& rows);

}  // namespace glyphscope
