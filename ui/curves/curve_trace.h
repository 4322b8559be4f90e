// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/curve_scale.h"
#include "ui/curves/value_pyramid.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace glyphscope {

/// A row of values over an axis, with what makes it quick to draw.
struct TraceSource {
    std::span<const float> values;
    const ValuePyramid& pyramid;
    std::span<const std::uint32_t> columns;  ///< first index of each pixel column, and the end of the last
    std::function<double(std::size_t)> position;  ///< of an index on the axis
};

/// The line to draw, in pixels, from left to right: at most two points for each column of `scale.area`, the
/// lowest and the highest value in it, so that no peak is lost. A point whose y is NaN ends a piece: there a
/// value is not finite, or not above zero on a logarithmic axis. Points just outside of the area are there,
/// so that the line reaches its edge.
[[nodiscard]] std::vector<QPointF> trace(const TraceSource& source, const PlotScale& scale);

}  // namespace glyphscope
