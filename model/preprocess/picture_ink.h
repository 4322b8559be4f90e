// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/preprocess/grey_filters.h"
#include "model/preprocess/ink_mask.h"
#include "model/types/drawing.h"
#include "model/types/picture_steps.h"

namespace glyphscope {

/// Finds the figure written in a picture: a photograph, a scan, a screenshot or an export of a drawing
/// program. Each step is a pure function of its own and leaves what it found:
///
/// 1. Ground (picture_ground.h): is ink what differs in colour, or what is opaque?
/// 2. Paper (picture_sheet.h): the sheet on its table, the opaque part, or the crop of the user.
/// 3. Grey (colour_axis.h): the axis of colours along which ink and paper differ most. From here on in at
/// most
///    `longest` pixels (area means) and at least 256 (bilinear).
/// 4. Shadow (paper_light.h): parts of the paper that get less light.
/// 5. Ink: what stands out from the local mean of its paper, thresholded (Otsu 1979). Pictures below 64
///    pixels, and clean ones that the figure fills, have one threshold for all.
/// 6. Rules (ink_rules.h): lines that run on beyond the figure.
/// 7. Figure (ink_components.h, faint_ink.h): without specks, rings, frames, what reaches in from the border,
/// and what is much fainter than the rest.
/// 8. Doubts (picture_doubts.h): several figures, or one entangled with something.
///
/// The options of the picture override 1 to 6. Nothing stands out on a blank sheet, however noisy or ruled:
/// `figure` is then empty.
/// Takes up to 40 milliseconds at 512x512; pure.
[[nodiscard]] PictureSteps pictureSteps(const Picture& picture, int longest = kFigureDetail);

/// The figure of these steps in the coordinates of the picture's drawing. A pen thinner than the standard one
/// is given its width. Empty where there is none.
[[nodiscard]] InkMask figureMask(const Picture& picture, const PictureSteps& steps);

/// Both in one.
[[nodiscard]] InkMask pictureInk(const Picture& picture);

}  // namespace glyphscope
