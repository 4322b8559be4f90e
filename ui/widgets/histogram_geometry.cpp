// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/histogram_geometry.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {

namespace {

constexpr double kLeastHeight = 1;

double binsOf(const Histogram& histogram)
{
    return static_cast<double>(histogram.counts.size());
}

double shareOfFullest(std::int64_t count, std::int64_t fullest, HistogramHeights heights)
{
    const auto part = static_cast<double>(count);
    const auto whole = static_cast<double>(fullest);
    return heights == HistogramHeights::Linear ? part / whole : std::log1p(part) / std::log1p(whole);
}

}  // namespace

QPolygonF histogramOutline(const Histogram& histogram, const QRectF& area, HistogramHeights heights)
{
    const auto fullest = std::ranges::max_element(histogram.counts);
    if (fullest == histogram.counts.end() || *fullest <= 0 || area.isEmpty())
        return {};
    const double width = area.width() / binsOf(histogram);
    QPolygonF outline;
    outline << area.bottomLeft();
    double left = area.left();
    for (const std::int64_t count : histogram.counts) {
        const double height = shareOfFullest(count, *fullest, heights) * area.height();
        const double top = count > 0 ? std::max(height, kLeastHeight) : 0;
        outline << QPointF(left, area.bottom() - top) << QPointF(left + width, area.bottom() - top);
        left += width;
    }
    outline << area.bottomRight();
    return outline;
}

std::optional<double> histogramX(const Histogram& histogram, const QRectF& area, double value)
{
    const double low = histogram.low;
    const double high = histogram.high;
    if (!(value >= low && value <= high) || high <= low)
        return std::nullopt;
    return area.left() + (value - low) / (high - low) * area.width();
}

int histogramBinAt(const Histogram& histogram, const QRectF& area, double x)
{
    if (histogram.counts.empty() || area.width() <= 0 || x < area.left() || x > area.right())
        return -1;
    const double bin = std::floor((x - area.left()) / area.width() * binsOf(histogram));
    return static_cast<int>(std::min(bin, binsOf(histogram) - 1));
}

QRectF histogramBin(const Histogram& histogram, const QRectF& area, int bin)
{
    const double width = area.width() / std::max(1.0, binsOf(histogram));
    return {area.left() + bin * width, area.top(), width, area.height()};
}

BinRange histogramRange(const Histogram& histogram, int bin)
{
    const double low = histogram.low;
    const double width = (static_cast<double>(histogram.high) - low) / std::max(1.0, binsOf(histogram));
    return {low + bin * width, low + (bin + 1) * width};
}

}  // namespace glyphscope
