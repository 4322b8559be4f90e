// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace glyphscope {

/// Where a number may lie, and how a slider runs over its usual part.
struct NumberRange {
    enum class Scale {
        Linear,
        Logarithmic,  ///< from `low`, or from zero where `least` is zero
        NearOne,      ///< by the distance from one: 0.9, 0.99, 0.999
        PowersOfTwo,
    };
    double least = 0;  ///< what may be given, both ends included
    double most = 1;
    double low = 0;  ///< the slider's ends
    double high = 1;
    Scale scale = Scale::Linear;
    bool whole = false;  ///< no fractions
    int steps = 100;     ///< of a slider whose scale does not say how many
    double arrow = 0;  ///< what a field's arrow adds where the scale is linear; 0: a hundredth of the slider

    /// Never for NaN.
    [[nodiscard]] constexpr bool holds(double value) const { return value >= least && value <= most; }
};

}  // namespace glyphscope
