// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/colour_scale.h"

#include "ui/style/colour_map.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace glyphscope {

namespace {

constexpr int kLevels = 257;  // odd: zero has the middle one to itself
using Table = std::array<QRgb, kLevels>;

/// A colour map as a table: 25,000 values are looked up, many times a second.
Table tabulate(QRgb (*map)(float), float from, float to)
{
    Table table{};
    for (int i = 0; i < kLevels; ++i)
        table[static_cast<std::size_t>(i)] = map(from + (to - from) * static_cast<float>(i) / (kLevels - 1));
    return table;
}

const Table& tableOf(const ColourScale& scale)
{
    static const Table viridisTable = tabulate(&viridis, 0, 1);
    static const Table cividisTable = tabulate(&cividis, 0, 1);
    static const Table divergingTable = tabulate(&diverging, -1, 1);
    if (scale.diverging)
        return divergingTable;
    return scale.colours == Colours::Cividis ? cividisTable : viridisTable;
}

}  // namespace

float ValueRange::magnitude() const
{
    return std::max(std::abs(low), std::abs(high));
}

ValueRange rangeOf(std::span<const float> values)
{
    ValueRange range;
    double sum = 0;
    std::size_t count = 0;
    for (const float value : values) {
        if (!std::isfinite(value))
            continue;
        range.low = count == 0 ? value : std::min(range.low, value);
        range.high = count == 0 ? value : std::max(range.high, value);
        sum += static_cast<double>(value);
        ++count;
    }
    if (count > 0)
        range.mean = static_cast<float>(sum / static_cast<double>(count));
    return range;
}

ValueRange united(const ValueRange& one, const ValueRange& other)
{
    return {.low = std::min(one.low, other.low), .high = std::max(one.high, other.high), .mean = 0};
}

ColourScale scaleOf(const ValueRange& range, Colours colours)
{
    return {.diverging = range.low < 0, .limit = range.magnitude(), .colours = colours};
}

QRgb ColourScale::colour(float value) const
{
    QRgb pixel = 0;
    paint({&value, 1}, &pixel);
    return pixel;
}

void ColourScale::paint(std::span<const float> values, QRgb* pixels) const
{
    const Table& table = tableOf(*this);
    const float zero = diverging ? (kLevels - 1) / 2.0F : 0.0F;
    const float most = static_cast<float>(kLevels - 1) - zero;
    const float factor = limit > 0 ? most / limit : 0.0F;
    const float least = diverging ? -zero : 0.0F;
    for (const float value : values) {
        const float level = std::isfinite(value) ? std::clamp(value * factor, least, most) : 0.0F;
        *pixels++ = table[static_cast<std::size_t>(zero + level + 0.5F)];
    }
}

}  // namespace glyphscope
