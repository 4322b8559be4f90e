// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <charconv>
#include <string>

namespace glyphscope {

/// As few digits as tell the number from all others of its type: they read back as the same one.
template <typename Number>
[[nodiscard]] std::string shortestText(Number number)
{
    std::array<char, 64> digits;
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr};
}

}  // namespace glyphscope
