// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/preprocess/grey_filters.h"

#include <optional>

namespace glyphscope {

/// Ink parted from its paper.
struct PartedInk {
    Raster ink;                ///< 255 ink, 0 paper; empty if nothing stands out
    GreyField contrast{0, 0};  ///< how far each pixel lies from its paper, ink upwards
    float threshold = 0;       ///< of `contrast`
    bool dark = true;          ///< ink is darker than its paper
};

/// Pixels that stand out from the local mean of their paper, dark or light, whichever differs more from the
/// picture's border. `threshold`: grey levels instead of Otsu's. Pure.
[[nodiscard]] PartedInk partLocally(const GreyField& field, std::optional<int> threshold);

/// The same with one threshold for the whole picture, for one without paper around the figure: ink is the
/// side that fills less of the picture and of its border.
[[nodiscard]] PartedInk partGlobally(const GreyField& field, std::optional<int> threshold);

/// Whether one threshold is right: two clear levels, and lines on one side that fill a good part of the
/// picture.
[[nodiscard]] bool fillsPicture(const GreyField& field);

/// `parted` less `lines`, with a threshold from all that is no line if that is higher: lines are often
/// fainter than ink. No ink if nothing else stands out.
[[nodiscard]] PartedInk partWithout(PartedInk parted, const Raster& lines, std::optional<int> threshold);

}  // namespace glyphscope
