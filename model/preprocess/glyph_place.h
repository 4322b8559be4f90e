// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/preprocess/normalize.h"
#include "model/types/drawing.h"
#include "model/types/stages.h"

#include <optional>

namespace glyphscope {

/// A square in a drawing's own coordinates.
struct GlyphPlace {
    double x = 0;  ///< left edge
    double y = 0;  ///< upper edge
    double side = 0;
};

/// Where the 28x28 of `stages`, which normalize() made of `drawing`, lies over the drawing: the steps back
/// from glyph to bitmap to strokes; an image of a data set is the glyph. Nothing for a drawing with another
/// picture, whose ink is found and not drawn, and for a figure without extent.
[[nodiscard]] std::optional<GlyphPlace> glyphPlace(const Drawing& drawing, const Stages& stages,
                                                   double strokeWidth = kStrokeWidth);

}  // namespace glyphscope
