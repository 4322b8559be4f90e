// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/recognition/recognizer.h"
#include "model/types/drawing.h"

#include <vector>

namespace glyphscope {

/// How the characters of a sheet get their labels.
enum class SheetLabels {
    Auto,  ///< by row where each row is one class, otherwise by reading
    Rows,
    Read,
};

/// A character of a sheet of samples.
struct SheetItem {
    Drawing drawing;  ///< a clean picture of it alone
    Glyph glyph{};    ///< what a network gets of it
    Prediction prediction;
    int row = 0;
    int label = -1;  ///< proposed class; -1: none
};

struct SheetReading {
    std::vector<SheetItem> items;  ///< row by row
    ClassSet classes;
    int rows = 0;
    bool printed = false;  ///< with marks in the corners, by which it was set straight
    bool byRows = false;   ///< labels are those of rows
};

/// Finds the characters on a photographed or scanned sheet of samples, rows of one class each or any others.
///
/// A printed sheet (SheetLayout) is set straight by its marks; what is written in its boxes is an item each,
/// and its rows tell the labels. On plain paper the writing is found as on a page (pageInk()), and rows of
/// one class are told by reading all of it: classes that follow each other from row to row, from any first
/// one, are preferred. Throws Error where nothing is found, or the sheet is one of other classes.
[[nodiscard]] SheetReading readSheet(const Picture& picture, Recognizer& recognizer,
                                     SheetLabels labels = SheetLabels::Auto);

}  // namespace glyphscope
