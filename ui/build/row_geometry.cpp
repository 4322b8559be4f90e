// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/row_geometry.h"

namespace glyphscope {
namespace {

constexpr int kLeastWords = 210;  // pixels for name and options on two lines
constexpr int kWordsOnALine = 380;
constexpr int kBetween = 12;

}  // namespace

RowColumns rowColumns(int width, const std::array<int, kRowNumbers>& wanted)
{
    RowColumns columns;
    int room = width - kLeastWords;
    std::size_t shown = 0;
    while (shown < kRowNumbers && room >= wanted[shown] + kBetween)
        room -= wanted[shown++] + kBetween;
    int right = width;
    for (std::size_t i = shown; i-- > 0;) {
        right -= wanted[i];
        columns.numbers[i] = {right, wanted[i]};
        right -= kBetween;
    }
    columns.wordsEnd = right;
    columns.twoLines = right < kWordsOnALine;
    return columns;
}

}  // namespace glyphscope
