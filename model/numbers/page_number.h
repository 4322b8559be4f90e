// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/preprocess/ink_mask.h"
#include "model/preprocess/page_lines.h"
#include "model/recognition/recognizer.h"
#include "model/types/number_reading.h"

#include <optional>

namespace glyphscope {

/// What a picture is, taken for a page.
struct PageReading {
    int lines = 0;       ///< that were found
    int characters = 0;  ///< pieces as high as a character, whether they are read or not
    /// All lines as numbers; none where hardly anything on the page can be read.
    std::optional<NumberReading> number = {};
};

/// Reads a picture of several lines, or of characters scattered over a page: what is written is found
/// (pageInk()), and each line is divided as the number in a picture is. What is no character to the reader
/// and stands by itself, or is low, is left out. Of fewer than two characters nothing is read. The drawing
/// has a picture. 25 milliseconds to find them at 512 pixels, some 200 at 1280; 2 a character to read.
[[nodiscard]] PageReading pageNumber(const Drawing& drawing, Recognizer& recognizer);

/// One line of pieces of a mask, divided. It has at least one piece.
[[nodiscard]] NumberReading readLine(const InkMask& mask, PageLine bodies, Recognizer& recognizer);

}  // namespace glyphscope
