// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"
#include "model/types/raster.h"
#include "model/types/stages.h"

namespace glyphscope {

/// Width of the standard pen as a share of the figure's longer side: about 2.4 of the 20 pixels.
inline constexpr double kStrokeWidth = 0.12;

/// MNIST's own preprocessing as its authors' programs did it, found again by Yadav & Bottou ("Cold Case: The
/// Lost MNIST Digits", 2019, QMNIST): tight box, squared to at least 10 pixels, area-resampled to 20x20,
/// brightest pixel 255, pasted into 28x28 so that the barycentre lies in (14, 15] along both axes
/// (in [15, 16) where that of the 20x20 is above 15; what falls outside the 28x28 is lost, as MNIST's was).
/// Any pixel of `bilevel` that is not 0 is ink; any size. `bitmap` of the result is `bilevel` in 0 and 255.
[[nodiscard]] Stages normalizeBitmap(const Raster& bilevel);

/// The same for a drawing: strokes and picture are first drawn as one 128x128 bitmap (see rasterise.h and
/// picture_ink.h). Exact under translation and scaling of strokes. Pure; safe on any thread.
///
/// An image of a data set is read as it is (see data_image.h).
/// A picture of 28x28 that is a normalised glyph already, as an image of MNIST is, passes unchanged when
/// there are no strokes over it: light on dark (or the inverse), peak 250 or more, ink within 20x20 pixels of
/// which it fills at least 18 along one axis, barycentre where step 7 puts it. `bitmap` then shows its upper
/// half.
[[nodiscard]] Stages normalize(const Drawing& drawing, double strokeWidth = kStrokeWidth);

}  // namespace glyphscope
