// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/curve_grid.h"

#include <cmath>

namespace glyphscope {
namespace {

constexpr double kShape = 2.2;  // width to height that reads best

}  // namespace

PlotGrid gridFor(QSizeF room, int wanted, double gap)
{
    for (int shown = wanted; shown > 1; --shown) {
        PlotGrid best{0, 0};
        double least = 1e9;
        for (int columns = 1; columns <= shown; ++columns) {
            const int rows = (shown + columns - 1) / columns;
            const double width = (room.width() - gap * (columns - 1)) / columns;
            const double height = (room.height() - gap * (rows - 1)) / rows;
            if (width < kLeastPlotWidth || height < (rows > 1 ? kLeastPlotHeight : kFlattestPlot))
                continue;
            const double away = std::abs(std::log(width / height / kShape));
            if (away < least) {
                least = away;
                best = {shown, columns};
            }
        }
        if (best.shown > 0)
            return best;
    }
    return {1, 1};
}

}  // namespace glyphscope
