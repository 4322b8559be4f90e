// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/page.h"

#include <span>
#include <string>
#include <vector>

namespace glyphscope::test {

/// What is right for a picture of some kind.
enum class Right {
    Read,        ///< the first digit
    Several,     ///< anything but the verdict that it is a digit
    Blank,       ///< empty
    NeverWrong,  ///< the first digit, or not sure
};

/// A kind of pictures that people take, scan or export, made of strokes.
struct PictureKind {
    std::string name;
    Right right = Right::Read;
    /// `digits`: of the strokes of each, the first is what is read; at least four.
    std::function<Rgba(std::span<const std::vector<Stroke>> digits, std::mt19937& random)> make;
    bool photograph = false;  ///< saved as JPEG
};

[[nodiscard]] const std::vector<PictureKind>& pictureKinds();

}  // namespace glyphscope::test
