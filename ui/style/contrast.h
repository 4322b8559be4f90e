// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QColor>

namespace glyphscope {

/// Relative luminance of an opaque sRGB colour, in [0, 1] (WCAG 2.1).
[[nodiscard]] double luminance(const QColor& colour);

/// Contrast of two opaque colours, in [1, 21] (WCAG 2.1). Body text wants 4.5, graphics 3.
[[nodiscard]] double contrastRatio(const QColor& one, const QColor& other);

/// `share` of `over` on top of `under`, opaque: 0 is `under`, 1 is `over`.
[[nodiscard]] QColor blend(const QColor& under, const QColor& over, double share);

}  // namespace glyphscope
