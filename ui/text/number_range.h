// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/number_range.h"

namespace glyphscope {

/// Positions of the slider: 0 to this.
[[nodiscard]] int sliderSteps(const NumberRange& range);

/// The position nearest to `value`; an end where the value lies beyond.
[[nodiscard]] int sliderStep(const NumberRange& range, double value);

/// The number at a position, on round numbers.
[[nodiscard]] double sliderValue(const NumberRange& range, int step);

/// The next number up (`steps` > 0) or down as the arrows of a field give it: along 1, 2, 5, 10 where the
/// slider is logarithmic, twice or half as much along powers of two, the range's `arrow` elsewhere.
[[nodiscard]] double stepped(const NumberRange& range, double value, int steps);

/// Rounded to so many significant digits.
[[nodiscard]] double roundedTo(double value, int digits);

}  // namespace glyphscope
