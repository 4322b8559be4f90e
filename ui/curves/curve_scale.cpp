// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/curve_scale.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {

AxisRange zoomed(AxisRange range, double at, double factor, AxisRange limits, double least)
{
    const double span = std::clamp(range.span() / factor, std::min(least, limits.span()), limits.span());
    const double share = range.span() > 0 ? (at - range.from) / range.span() : 0.5;
    const double from = std::clamp(at - share * span, limits.from, limits.to - span);
    return {from, from + span};
}

AxisRange panned(AxisRange range, double by, AxisRange limits)
{
    const double span = std::min(range.span(), limits.span());
    const double from = std::clamp(range.from + by, limits.from, limits.to - span);
    return {from, from + span};
}

double PlotScale::toX(double value) const
{
    return area.left() + (value - x.from) / x.span() * area.width();
}

double PlotScale::toY(double value) const
{
    if (!logarithmic)
        return area.bottom() - (value - y.from) / y.span() * area.height();
    if (!(value > 0))
        return area.bottom() + area.height();
    const double share = std::log10(value / y.from) / std::log10(y.to / y.from);
    return area.bottom() - share * area.height();
}

double PlotScale::fromX(double pixel) const
{
    return x.from + (pixel - area.left()) / std::max(1.0, area.width()) * x.span();
}

}  // namespace glyphscope
