// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/code_reader.h"

#include <cstdint>

namespace glyphscope {

/// The number that a token is. Throws Error for what is none, or is too large.
[[nodiscard]] CodeExpression numberOf(const CodeToken& token, const CodePage& page);

/// The same of a whole number that is not negative.
[[nodiscard]] std::int64_t indexOf(const CodeToken& token, const CodePage& page);

/// What comes of two numbers by `sign`, '+', '-', '*', '/' or '|' for Python's //. Throws Error for what is
/// no number, a division by zero, and a result that is too large.
[[nodiscard]] CodeExpression computed(const CodeExpression& a, char sign, const CodeExpression& b,
                                      const CodePage& page);

}  // namespace glyphscope
