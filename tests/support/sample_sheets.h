// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/number_pages.h"

namespace glyphscope::test {

/// How a sheet of samples was photographed.
struct SheetPhoto {
    double turn = 0;     ///< radians
    double tilt = 0;     ///< share by which the far edge is shorter
    bool table = false;  ///< lies on a dark table
    bool shadow = false;
    int quarterTurns = 0;  ///< the camera was held sideways
    int first = 0;         ///< digit of the first row
    int perRow = 10;
};

/// A printed sheet (SheetLayout), filled: a row for each digit, ten boxes.
[[nodiscard]] Rgba printedSheet(const DigitInk& ink, const SheetPhoto& photo, std::mt19937& random);

/// Plain paper with ten rows of one digit each.
[[nodiscard]] Rgba plainSheet(const DigitInk& ink, const SheetPhoto& photo, std::mt19937& random);

}  // namespace glyphscope::test
