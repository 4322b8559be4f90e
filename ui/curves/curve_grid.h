// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSizeF>

namespace glyphscope {

/// How plots share a room.
struct PlotGrid {
    int shown = 1;    ///< that there is room for, of those wanted
    int columns = 1;  ///< beside each other

    friend bool operator==(const PlotGrid&, const PlotGrid&) = default;
};

inline constexpr int kLeastPlotWidth = 240;
inline constexpr int kLeastPlotHeight = 180;  ///< of those beneath each other
inline constexpr int kFlattestPlot = 96;      ///< of those in one row, which cannot be higher

/// As many of `wanted` (>= 1) plots as fit, at least one, in the shape that comes nearest to twice as wide as
/// high.
[[nodiscard]] PlotGrid gridFor(QSizeF room, int wanted, double gap);

}  // namespace glyphscope
