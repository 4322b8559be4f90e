// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"
#include "model/types/stages.h"

namespace glyphscope {

/// Width of the standard pen over an image, as a share of the image's width: what the canvas paints.
inline constexpr double kPenOverImage = 18.0 / 280;

/// Whether the drawing's picture is a whole 28x28 image of a data set.
[[nodiscard]] bool isDataImage(const Drawing& drawing);

/// An image of a data set, to the byte: a network is asked what it was asked when the set was evaluated.
/// Never empty, a black image neither. Strokes over it are drawn in its own pixels: where they cover a part
/// of one (in sixteenths), it is at least as light as that. For drawings that are isDataImage(); pure.
[[nodiscard]] Stages readAsItIs(const Drawing& drawing);

}  // namespace glyphscope
