// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/labelled_drawing.h"

#include <random>
#include <vector>

namespace glyphscope {

/// Single digits of one hand.
using Hand = std::vector<LabelledDrawing>;

/// A number of `length` digits of that hand on one line: with the slant, the sizes and the gaps that people
/// have, wide, close or overlapping, and now and then with the second strokes written last. One digit stays
/// as it is.
[[nodiscard]] LabelledDrawing composedNumber(const Hand& hand, int length, std::mt19937_64& random);

}  // namespace glyphscope
