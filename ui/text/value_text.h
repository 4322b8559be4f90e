// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <cstdint>
#include <vector>

namespace glyphscope {

/// "−1.25", "0", "1.3e−05": three significant digits (or as many as asked for), with a true minus sign.
[[nodiscard]] QString valueText(double value, int digits = 3);

/// The most exact text of the value in so many characters, for a cell of a map; never empty.
[[nodiscard]] QString cellText(float value, int characters);

/// "25,088"
[[nodiscard]] QString countText(std::int64_t count);

/// "32 × 28 × 28"
[[nodiscard]] QString shapeText(const std::vector<int>& shape);

}  // namespace glyphscope
