// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/page.h"

#include <array>
#include <string>
#include <vector>

namespace glyphscope::test {

/// Drawings of each digit, 0 first.
using DigitInk = std::array<std::vector<std::vector<Stroke>>, 10>;

/// What happened to a page of numbers.
struct PageWear {
    bool ruled = false;
    bool graph = false;
    bool folded = false;
    bool shadow = false;
    bool showThrough = false;
    bool dust = false;
    bool holes = false;
    bool turned = false;  ///< slightly, and seen at an angle
    bool scattered = false;
};

struct NumberPage {
    Rgba image;
    std::vector<std::string> lines;  ///< from the top; of a scattered page, one of all its digits
};

/// A kind of pages, by name.
struct PageKind {
    std::string name;
    PageWear wear;
};
[[nodiscard]] const std::vector<PageKind>& pageKinds();

/// One to eight lines of one to ten digits on grey paper, or 4 to 14 digits anywhere on it.
[[nodiscard]] NumberPage numberPage(const DigitInk& ink, const PageWear& wear, std::mt19937& random);

}  // namespace glyphscope::test
