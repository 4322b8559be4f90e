// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/colour_scale.h"

#include <span>
#include <vector>

namespace glyphscope {

/// How far one scale of colours reaches.
enum class ScaleScope { Map, Layer, Network };

/// What the scales of a sheet's maps are made of.
struct ScaleRanges {
    std::span<const ValueRange> maps;
    ValueRange layer;    ///< of all values of the module (or its weights), shown or not
    ValueRange network;  ///< of all modules' values (or all weights)
};

/// One scale a map, or a single one for all. Whether zero lies in the middle is the layer's matter, so that
/// maps of one sheet are always painted alike.
[[nodiscard]] std::vector<ColourScale> scalesOf(const ScaleRanges& ranges, ScaleScope scope, Colours colours);

}  // namespace glyphscope
