// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QColor>

namespace glyphscope {

/// The ground of a cell on the diagonal, in the theme's accent: the more, the larger the share read right.
[[nodiscard]] QColor rightColour(double share);

/// The ground of a cell beside the diagonal, on a scale of its own that ends at `greatest`: errors are few,
/// and on the diagonal's scale they would all look alike. The square root lifts the small ones.
[[nodiscard]] QColor errorColour(double share, double greatest);

/// Dark or light, whichever is easier to read on `ground`.
[[nodiscard]] QColor readableOn(const QColor& ground);

}  // namespace glyphscope
