// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/reliability_geometry.h"

#include "ui/style/theme.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr double kSmallestSquare = 40;

}  // namespace

QPointF ReliabilityLayout::at(double confidence, double accuracy) const
{
    return {square.left() + confidence * square.width(), square.bottom() - accuracy * square.height()};
}

QRectF ReliabilityLayout::column(int bin) const
{
    const double width = square.width() / bins;
    return {square.left() + bin * width, square.top(), width, counts.bottom() - square.top()};
}

QRectF ReliabilityLayout::bar(int bin, double accuracy) const
{
    const QRectF place = column(bin);
    const double height = accuracy * square.height();
    return {place.left() + 1, square.bottom() - height, std::max(1.0, place.width() - 2), height};
}

QRectF ReliabilityLayout::gap(int bin, const ReliabilityBin& values) const
{
    const auto [low, high] = std::minmax(values.accuracy, values.confidence);
    const QRectF upTo = bar(bin, high);
    return {upTo.left(), upTo.top(), upTo.width(), (high - low) * square.height()};
}

QRectF ReliabilityLayout::countBar(int bin, std::int64_t count, std::int64_t most) const
{
    const QRectF place = column(bin);
    const double height = countShare(count, most) * counts.height();
    return {place.left() + 1, counts.bottom() - height, std::max(1.0, place.width() - 2), height};
}

int ReliabilityLayout::binAt(QPointF point) const
{
    const QRectF all(square.topLeft(), QPointF(square.right(), counts.bottom()));
    if (bins == 0 || !all.adjusted(-0.5, -0.5, 0.5, 0.5).contains(point))
        return -1;
    const double share = (point.x() - square.left()) / square.width();
    return std::clamp(static_cast<int>(share * bins), 0, bins - 1);
}

ReliabilityLayout layOutReliability(QSizeF size, int bins, double lineHeight, double axisWidth)
{
    ReliabilityLayout layout;
    layout.bins = bins;
    const double left = axisWidth + metrics::kUnit;
    const double legend = lineHeight + metrics::kGap;
    const double axis = lineHeight + 2;
    const double counts = std::clamp(0.08 * size.width(), std::max(16.0, 1.6 * lineHeight), 90.0);
    const double below = axis + counts + lineHeight + metrics::kUnit + 2;
    const double width = size.width() - left - axisWidth / 2;
    const double height = std::min(size.height() - legend - below, width);
    layout.legend = {0, 0, size.width(), lineHeight};
    layout.square = {left, legend, std::max(kSmallestSquare, width), std::max(kSmallestSquare, height)};
    // Wide docks would make a flat picture of it.
    layout.square.setWidth(std::min(layout.square.width(), 1.6 * layout.square.height()));
    layout.accuracyAxis = {0, layout.square.top(), axisWidth, layout.square.height()};
    layout.confidenceAxis = {layout.square.left(), layout.square.bottom() + 2, layout.square.width(),
                             lineHeight};
    layout.counts = {layout.square.left(), layout.square.bottom() + axis + metrics::kUnit,
                     layout.square.width(), counts};
    layout.total = std::ceil(layout.counts.bottom() + lineHeight + 2);
    return layout;
}

double countShare(std::int64_t count, std::int64_t most)
{
    if (count <= 0 || most <= 0)
        return 0;
    return std::log(1.0 + static_cast<double>(count)) / std::log(1.0 + static_cast<double>(most));
}

Interval accuracyInterval(const ReliabilityBin& bin)
{
    if (bin.count <= 0)
        return {};
    constexpr double kZ = 1.959964;
    const auto n = static_cast<double>(bin.count);
    const double middle = bin.accuracy + kZ * kZ / (2 * n);
    const double reach = kZ * std::sqrt(bin.accuracy * (1 - bin.accuracy) / n + kZ * kZ / (4 * n * n));
    const double scale = 1 + kZ * kZ / n;
    return {std::max(0.0, (middle - reach) / scale), std::min(1.0, (middle + reach) / scale)};
}

}  // namespace glyphscope
