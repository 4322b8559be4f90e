// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

#include <cstddef>
#include <vector>

namespace glyphscope {

/// The box around all strokes; all 0 where there are none, or where it has no finite size.
struct StrokeFrame {
    double x = 0;  ///< centre
    double y = 0;
    double width = 0;
    double height = 0;
    double size = 0;  ///< longer side
};

[[nodiscard]] StrokeFrame frameOf(const Drawing& drawing);

using StrokePoints = std::vector<Point>;

/// Along the line.
[[nodiscard]] double lengthOf(const StrokePoints& points);

/// The same line with a point every `step` or a little closer, both ends among them; `step` above 0. Lines of
/// no length stay as they are.
[[nodiscard]] StrokePoints evenly(const StrokePoints& points, double step);

/// The part from `begin` to `end`, lengths along the line that are brought within it.
[[nodiscard]] StrokePoints partOf(const StrokePoints& points, double begin, double end);

/// The direction in which the last `reach` of the line runs, of length 1; {0, 0} where it has none.
[[nodiscard]] Point directionAtEnd(const StrokePoints& points, double reach);

/// A loop of a line: the points from `first` to `last`, which come near each other.
struct StrokeLoop {
    std::size_t first = 0;
    std::size_t last = 0;  ///< 0: there is no loop
};

/// The loop whose ends come closest, of those that come within `nearest` of each other after at least
/// `around` along the line and go at least a sixth of that away from it. The line as evenly() gives it.
[[nodiscard]] StrokeLoop loopOf(const StrokePoints& points, double nearest, double around);

}  // namespace glyphscope
