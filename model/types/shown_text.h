// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace glyphscope {

/// Words out of a file as a message may show them: on one line, without control characters, and cut between
/// two characters where there are more than `most` bytes. Of what is no UTF-8 only ASCII is shown.
[[nodiscard]] std::string shownText(std::string_view words, std::size_t most = 80);

}  // namespace glyphscope
