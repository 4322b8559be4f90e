// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/curve_trace.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace glyphscope {
namespace {

constexpr std::size_t kAligned = 4 * ValuePyramid::kBlock;  // a column this full may begin at a whole block

bool canBeDrawn(float value, const PlotScale& scale)
{
    return std::isfinite(value) && (!scale.logarithmic || value > 0);
}

std::vector<QPointF> everyPoint(const TraceSource& source, const PlotScale& scale)
{
    const std::size_t count = source.values.size();
    const std::size_t first = source.columns.front() > 0 ? source.columns.front() - 1 : 0;
    const std::size_t last = std::min<std::size_t>(count, std::size_t{source.columns.back()} + 1);
    std::vector<QPointF> result;
    result.reserve(last > first ? last - first : 0);
    for (std::size_t i = first; i < last; ++i) {
        const double y = canBeDrawn(source.values[i], scale)
                             ? scale.toY(static_cast<double>(source.values[i]))
                             : std::numeric_limits<double>::quiet_NaN();
        result.push_back({scale.toX(source.position(i)), y});
    }
    return result;
}

std::vector<QPointF> extremes(const TraceSource& source, const PlotScale& scale)
{
    const std::size_t count = source.values.size();
    const std::size_t columns = source.columns.size() - 1;
    const double width = scale.area.width() / static_cast<double>(columns);
    std::vector<QPointF> result;
    result.reserve(2 * columns);
    for (std::size_t i = 0; i < columns; ++i) {
        std::size_t first = std::min<std::size_t>(source.columns[i], count);
        std::size_t last = std::min<std::size_t>(source.columns[i + 1], count);
        if (last - first >= kAligned) {
            first = first / ValuePyramid::kBlock * ValuePyramid::kBlock;
            last = last == count ? last : last / ValuePyramid::kBlock * ValuePyramid::kBlock;
        }
        const Extent extent = source.pyramid.extent(source.values, first, last);
        if (first == last)
            continue;
        const double x = scale.area.left() + width * (static_cast<double>(i) + 0.25);
        if (extent.empty() || (scale.logarithmic && !(extent.high > 0))) {
            result.push_back({x, std::numeric_limits<double>::quiet_NaN()});
            continue;
        }
        double one = scale.toY(static_cast<double>(extent.low));
        double other = scale.toY(static_cast<double>(extent.high));
        // Whichever is nearer to where the line comes from is first.
        if (!result.empty() && std::abs(result.back().y() - other) < std::abs(result.back().y() - one))
            std::swap(one, other);
        result.push_back({x, one});
        if (one != other)
            result.push_back({x + width / 2, other});
    }
    return result;
}

}  // namespace

std::vector<QPointF> trace(const TraceSource& source, const PlotScale& scale)
{
    if (source.columns.size() < 2 || source.values.empty())
        return {};
    const std::size_t shown = source.columns.back() - source.columns.front();
    return shown <= 2 * (source.columns.size() - 1) ? everyPoint(source, scale) : extremes(source, scale);
}

}  // namespace glyphscope
