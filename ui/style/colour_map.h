// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QRgb>

namespace glyphscope {

/// Perceptually uniform maps of [0, 1] to opaque colours; what lies outside is clamped, NaN counts as 0.
/// Their luminance only grows, so they survive grey printing and colour blindness.
[[nodiscard]] QRgb viridis(float value);  ///< S. van der Walt and N. Smith, 2015 (matplotlib, CC0)
[[nodiscard]] QRgb cividis(float value);  ///< J. Nuñez, C. Anderton and R. Renslow, 2018 (matplotlib)

/// Maps [-1, 1] to blue, grey at exactly zero, red: K. Moreland, "Diverging Color Maps for Scientific
/// Visualization", 2009 (matplotlib's "coolwarm"). Luminance falls from the middle to either end.
[[nodiscard]] QRgb diverging(float value);

}  // namespace glyphscope
