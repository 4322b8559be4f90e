// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace glyphscope {

/// The numbers at the end of a row, by how much they are wanted where there is little room.
enum class RowNumber { Shape, Parameters, MultiplyAdds, Memory };
inline constexpr std::size_t kRowNumbers = 4;

/// Where things stand in a row of the network, in pixels from the row's left; the same in all rows, whatever
/// they are indented.
struct RowColumns {
    struct Span {
        int left = 0;
        int width = 0;  ///< 0: there is no room for it
    };
    std::array<Span, kRowNumbers> numbers;
    int wordsEnd = 0;       ///< where name and options must end
    bool twoLines = false;  ///< the options stand under the name

    [[nodiscard]] Span of(RowNumber number) const { return numbers[static_cast<std::size_t>(number)]; }
};

/// `wanted`: how wide each of the numbers is.
[[nodiscard]] RowColumns rowColumns(int width, const std::array<int, kRowNumbers>& wanted);

}  // namespace glyphscope
