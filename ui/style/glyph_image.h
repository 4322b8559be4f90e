// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/raster.h"

#include <QtGui/QImage>

namespace glyphscope {

/// The glyph in the theme's paper and ink, a pixel for a pixel.
[[nodiscard]] QImage glyphImage(const Glyph& glyph);

}  // namespace glyphscope
