// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace glyphscope {

/// Words out of a file (UTF-8) as a message may show them: on one line, without control characters, and cut
/// between two characters where there are more than `most` bytes.
[[nodiscard]] inline std::string shownText(std::string_view words, std::size_t most = 80)
{
    const auto isInside = [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; };
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    std::size_t end = std::min(words.size(), most);
    while (end > 0 && end < words.size() && isInside(words[end]))
        --end;
    std::string text(words.substr(0, end));
    std::ranges::replace_if(text, isControl, '?');
    return end < words.size() ? text + "..." : text;
}

}  // namespace glyphscope
