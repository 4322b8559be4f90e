// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <cstdint>
#include <vector>

namespace glyphscope {

/// "32 × 1 × 3 × 3"; "one number" for a tensor without sides.
[[nodiscard]] QString tensorShapeText(const std::vector<std::int64_t>& shape);
[[nodiscard]] QString tensorShapeText(const std::vector<int>& shape);

/// "[32, 1, 3, 3]", as PyTorch prints it: for what is copied.
[[nodiscard]] QString plainShapeText(const std::vector<std::int64_t>& shape);
[[nodiscard]] QString plainShapeText(const std::vector<int>& shape);

/// One line of a spreadsheet's text, without its end. Tabs and line ends in fields become spaces.
[[nodiscard]] QString tsvLine(const QStringList& fields);
/// The same with commas, quoted where RFC 4180 wants it.
[[nodiscard]] QString csvLine(const QStringList& fields);

}  // namespace glyphscope
