// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/types/shown_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace glyphscope {
namespace {

bool isInside(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
}

/// The bytes of the character that the text begins with; 0 if it is none (RFC 3629).
std::size_t characterLength(std::string_view text)
{
    constexpr std::array<std::uint32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
    const auto first = static_cast<unsigned char>(text[0]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xc0 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (length < 2 || first > 0xf4 || text.size() < length)
        return length == 1 ? 1 : 0;
    std::uint32_t code = first & (0x7fU >> length);
    for (const char c : text.substr(1, length - 1)) {
        if (!isInside(c))
            return 0;
        code = code << 6U | (static_cast<unsigned char>(c) & 0x3fU);
    }
    const bool surrogate = code >= 0xd800 && code < 0xe000;
    return code >= kLeast[length] && code <= 0x10ffff && !surrogate ? length : 0;
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

/// Replaces control characters and ends of lines of more than one byte: U+0080 to U+009F, U+2028, U+2029.
void replaceWideControls(std::string& text)
{
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const auto byte = [&text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
        if (byte(i) == 0xc2 && byte(i + 1) < 0xa0)
            text.replace(i, 2, "?");
        else if (i + 2 < text.size() && byte(i) == 0xe2 && byte(i + 1) == 0x80 &&
                 (byte(i + 2) == 0xa8 || byte(i + 2) == 0xa9))
            text.replace(i, 3, "?");
    }
}

}  // namespace

std::string shownText(std::string_view words, std::size_t most)
{
    std::size_t end = std::min(words.size(), most);
    while (end > 0 && end < words.size() && isInside(words[end]))
        --end;
    std::string text(words.substr(0, end));
    const bool all = isUtf8(text);
    std::ranges::replace_if(
        text,
        [all](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return byte < 0x20 || byte == 0x7f || (byte >= 0x80 && !all);
        },
        '?');
    if (all)
        replaceWideControls(text);
    return end < words.size() ? text + "..." : text;
}

}  // namespace glyphscope
