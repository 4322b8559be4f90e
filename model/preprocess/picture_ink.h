// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/preprocess/ink_mask.h"
#include "model/types/drawing.h"

namespace glyphscope {

/// Finds the figure written in a picture, a photograph or a scan, dark on light or light on dark.
///
/// Brought to at most 512 pixels (area means), turned so that ink is what differs from the border, freed from
/// uneven light by the local mean of its paper, thresholded (Otsu 1979), and rid of specks and of frames and
/// shadows at the border. A pen thinner than the standard one is given its width.
/// Empty where nothing stands out: a blank sheet has no ink, however noisy. Takes some ten milliseconds;
/// pure.
[[nodiscard]] InkMask pictureInk(const Picture& picture);

}  // namespace glyphscope
