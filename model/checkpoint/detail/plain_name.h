// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace glyphscope {

/// Whether a tensor's name goes into messages and other files as it is.
[[nodiscard]] inline bool isPlainName(std::string_view name, std::size_t longest = 256)
{
    return !name.empty() && name.size() <= longest &&
           std::ranges::all_of(name, [](char c) { return c > ' ' && c < '\x7f' && c != '"'; });
}

}  // namespace glyphscope
