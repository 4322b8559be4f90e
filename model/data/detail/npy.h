// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/message.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace glyphscope {

/// What an .npy file begins with (numpy.lib.format, versions 1 to 3).
struct NpyHeader {
    std::string type;  ///< "|u1", "<i8"
    std::vector<std::uint64_t> shape;
    std::size_t bytes = 0;  ///< of the header; the numbers follow in C order
};

/// Reads the header at the beginning of `bytes`, which may end behind it. `name` stands for the array in
/// messages. Throws Error, also for an array in Fortran's order.
[[nodiscard]] NpyHeader npyHeader(std::string_view bytes, const Message& name);

}  // namespace glyphscope
