// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace glyphscope {

/// Appends `number`, the lowest byte first.
template <std::unsigned_integral Number>
void put(std::vector<std::byte>& out, Number number)
{
    for (std::size_t i = 0; i < sizeof number; ++i)
        out.push_back(static_cast<std::byte>((std::uint64_t{number} >> (8 * i)) & 0xFF));
}

inline void put(std::vector<std::byte>& out, std::string_view text)
{
    for (const char c : text)
        out.push_back(static_cast<std::byte>(c));
}

}  // namespace glyphscope
