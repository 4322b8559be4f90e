// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/module_output.h"
#include "model/types/raster.h"

#include <QtGui/QImage>

#include <span>

namespace glyphscope {

// What a network makes of a drawing as pictures for files: every value a square, up to 900 pixels wide or
// high, without text. "Description" in the picture's own text says what the colours stand for.

/// The very bytes that the network gets, 255 white.
[[nodiscard]] QImage glyphPicture(const Glyph& glyph);

/// A module's output or the gradient of it: its maps side by side on white, a short vector as one row, a long
/// one row by row. One scale for all: viridis from zero, or with negative values diverging, zero its middle.
/// Null if shape and values disagree.
[[nodiscard]] QImage modulePicture(const ModuleOutput& output);

/// 28x28 values in the same colours, with the outline of the glyph's ink.
[[nodiscard]] QImage attributionPicture(std::span<const float> values, const Glyph& glyph);

}  // namespace glyphscope
