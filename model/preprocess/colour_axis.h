// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/preprocess/grey_filters.h"

#include <array>

namespace glyphscope {

/// Red, green and blue of a picture, of one size.
using ColourPlanes = std::array<GreyField, 3>;

/// What a picture is seen as along one axis of its colours.
struct AxisGrey {
    GreyField field;
    bool colour = false;  ///< by hue; otherwise luminance
};

/// Brings colours to the axis along which ink and paper differ most: the principal axis of their differences
/// from the local paper (Pearson 1901), scaled so that black and white stay 255 apart. Luminance is kept
/// unless it shows less than 0.6 of that contrast. Pure.
[[nodiscard]] AxisGrey alongColourAxis(const ColourPlanes& planes);

}  // namespace glyphscope
