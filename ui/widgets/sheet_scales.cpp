// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sheet_scales.h"

namespace glyphscope {

std::vector<ColourScale> scalesOf(const ScaleRanges& ranges, ScaleScope scope, Colours colours)
{
    ColourScale scale = scaleOf(ranges.layer, colours);
    if (scope == ScaleScope::Network)
        scale.limit = ranges.network.magnitude();
    if (scope != ScaleScope::Map || ranges.maps.empty())
        return {scale};
    std::vector<ColourScale> scales;
    scales.reserve(ranges.maps.size());
    for (const ValueRange& map : ranges.maps) {
        scale.limit = map.magnitude();
        scales.push_back(scale);
    }
    return scales;
}

}  // namespace glyphscope
