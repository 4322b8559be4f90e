// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/map_layout.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {

namespace {

constexpr double kGapOfMaps = 6;
constexpr double kLeastWidth = 28;
constexpr double kLeastWidthForCaption = 34;

double wholePixels(double length, double pixel)
{
    return std::max(std::floor(length / pixel + 1e-6), 0.0) * pixel;
}

/// The largest cell with so many columns.
double cellFor(const MapCount& count, int columns, QSizeF room, double caption)
{
    const int rows = (count.maps + columns - 1) / columns;
    const double across = (room.width() - (columns + 1) * kGapOfMaps) / (columns * count.width);
    const double down = (room.height() - kGapOfMaps - rows * (kGapOfMaps + caption)) / (rows * count.height);
    return std::min(across, down);
}

/// The largest that shows all maps; none if not even cells of one pixel do.
std::optional<MapLayout> wholeLayout(const MapCount& count, QSizeF room, double caption, double pixel)
{
    MapLayout best{.count = count, .columns = 1, .cell = 0, .caption = caption, .gap = kGapOfMaps};
    for (int columns = 1; columns <= count.maps; ++columns) {
        // Below two pixels a cell's whole ones would leave most of the room empty.
        const double fitting = cellFor(count, columns, room, caption);
        const double cell = wholePixels(fitting, fitting < 2 * pixel ? pixel / 4 : pixel);
        const bool even = count.maps % columns == 0 && count.maps % best.columns != 0;
        if (cell > best.cell || (cell == best.cell && even)) {
            best.cell = cell;
            best.columns = columns;
        }
    }
    return best.cell >= pixel ? std::optional(best) : std::nullopt;
}

/// As many columns of the smallest useful maps as the width holds; the rows may reach below the room.
MapLayout scrolledLayout(const MapCount& count, QSizeF room, double pixel)
{
    const double cell = std::max(1.0, std::ceil(kLeastWidth / count.width / pixel)) * pixel;
    const int columns = static_cast<int>((room.width() - kGapOfMaps) / (count.width * cell + kGapOfMaps));
    return {.count = count,
            .columns = std::clamp(columns, 1, count.maps),
            .cell = cell,
            .caption = 0,
            .gap = kGapOfMaps};
}

}  // namespace

QSizeF MapLayout::pitch() const
{
    return {count.width * cell + gap, count.height * cell + caption + gap};
}

QSizeF MapLayout::size() const
{
    if (count.maps == 0)
        return {0, 0};
    const int across = std::min(columns, count.maps);
    const int rows = (count.maps + columns - 1) / columns;
    return {across * pitch().width() + gap, rows * pitch().height() + gap};
}

QRectF MapLayout::mapRect(int map) const
{
    const int row = map / columns;
    const int column = map % columns;
    return {gap + column * pitch().width(), gap + caption + row * pitch().height(), count.width * cell,
            count.height * cell};
}

QRectF MapLayout::captionRect(int map) const
{
    const QRectF picture = mapRect(map);
    return {picture.left(), picture.top() - caption, picture.width(), caption};
}

QRectF MapLayout::cellRect(const MapCell& at) const
{
    const QPointF corner = mapRect(at.map).topLeft();
    return {corner.x() + at.x * cell, corner.y() + at.y * cell, cell, cell};
}

std::optional<int> MapLayout::mapAt(QPointF point) const
{
    if (count.maps == 0 || point.x() < gap || point.y() < gap)
        return std::nullopt;
    const int column = static_cast<int>((point.x() - gap) / pitch().width());
    const int row = static_cast<int>((point.y() - gap) / pitch().height());
    const int map = row * columns + column;
    if (column >= columns || map >= count.maps)
        return std::nullopt;
    const QRectF place = mapRect(map).adjusted(0, -caption, 0, 0);
    return point.x() < place.right() && point.y() < place.bottom() ? std::optional(map) : std::nullopt;
}

std::optional<MapCell> MapLayout::cellAt(QPointF point) const
{
    const std::optional<int> map = mapAt(point);
    if (!map)
        return std::nullopt;
    const QPointF inside = point - mapRect(*map).topLeft();
    if (inside.x() < 0 || inside.y() < 0)
        return std::nullopt;
    return MapCell{.map = *map,
                   .y = std::min(static_cast<int>(inside.y() / cell), count.height - 1),
                   .x = std::min(static_cast<int>(inside.x() / cell), count.width - 1)};
}

std::vector<int> MapLayout::mapsIn(const QRectF& seen) const
{
    std::vector<int> maps;
    if (count.maps == 0)
        return maps;
    const int firstRow = std::max(0, static_cast<int>((seen.top() - gap) / pitch().height()));
    const int lastRow = static_cast<int>((seen.bottom() - gap) / pitch().height());
    for (int map = firstRow * columns; map < std::min(count.maps, (lastRow + 1) * columns); ++map)
        if (mapRect(map).adjusted(0, -caption, 0, 0).intersects(seen))
            maps.push_back(map);
    return maps;
}

MapLayout fitMaps(const MapCount& count, QSizeF room, double captionHeight, double pixel)
{
    if (count.maps <= 0 || count.width <= 0 || count.height <= 0)
        return {};
    const auto captioned = wholeLayout(count, room, captionHeight, pixel);
    if (captioned && captioned->mapRect(0).width() >= kLeastWidthForCaption)
        return *captioned;
    const auto bare = wholeLayout(count, room, 0, pixel);
    if (bare && bare->mapRect(0).width() >= std::min(kLeastWidth, room.width() / 2))
        return *bare;
    return scrolledLayout(count, room, pixel);
}

double zoomedCell(double cell, int steps, double pixel)
{
    for (; steps > 0; --steps)
        cell = std::max(wholePixels(cell * 1.25, pixel), cell + pixel);
    for (; steps < 0; ++steps)
        cell = std::min(wholePixels(cell / 1.25, pixel), cell - pixel);
    return std::clamp(cell, pixel, kLargestCell);
}

MapLayout withCell(const MapLayout& layout, double cell, double captionHeight)
{
    MapLayout result = layout;
    result.cell = cell;
    result.caption = layout.count.width * cell >= kLeastWidthForCaption ? captionHeight : 0;
    return result;
}

}  // namespace glyphscope
