// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/thumbnail.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace glyphscope {

QSize MosaicGrid::size() const
{
    return maps == 0 ? QSize() : QSize(columns * (width + 1) - 1, rows() * (height + 1) - 1);
}

QPoint MosaicGrid::topLeft(int map) const
{
    return {map % columns * (width + 1), map / columns * (height + 1)};
}

std::optional<int> MosaicGrid::mapAt(QPoint pixel) const
{
    if (maps == 0 || !QRect(QPoint(), size()).contains(pixel))
        return std::nullopt;
    if (pixel.x() % (width + 1) == width || pixel.y() % (height + 1) == height)
        return std::nullopt;
    const int map = pixel.y() / (height + 1) * columns + pixel.x() / (width + 1);
    return map < maps ? std::optional(map) : std::nullopt;
}

int MosaicGrid::offsetIn(int map, QPoint pixel) const
{
    const QPoint inside = pixel - topLeft(map);
    return inside.y() * width + inside.x();
}

int columnsFor(int count)
{
    const int square = static_cast<int>(std::ceil(std::sqrt(count)));
    for (int columns = square; columns * columns <= 2 * count; ++columns)
        if (count % columns == 0)
            return columns;
    return square;
}

MosaicGrid gridOf(const ModuleOutput& output)
{
    const bool positive =
        std::all_of(output.shape.begin(), output.shape.end(), [](int side) { return side > 0; });
    const auto count = std::accumulate(
        output.shape.begin(), output.shape.end(), std::size_t{1},
        [](std::size_t product, int side) { return product * static_cast<std::size_t>(side); });
    if (output.shape.empty() || !positive || count != output.values.size())
        return {};
    if (output.shape.size() == 3)
        return {.maps = output.shape[0],
                .width = output.shape[2],
                .height = output.shape[1],
                .columns = columnsFor(output.shape[0])};
    const int total = static_cast<int>(count);
    const int columns = columnsFor(total);
    return {.maps = 1, .width = columns, .height = (total + columns - 1) / columns, .columns = 1};
}

QImage mosaic(const ModuleOutput& output)
{
    const MosaicGrid grid = gridOf(output);
    if (grid.maps == 0)
        return {};
    const ColourScale scale = scaleOf(rangeOf(output.values));
    QImage image(grid.size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    std::size_t next = 0;
    for (int map = 0; map < grid.maps; ++map) {
        const QPoint corner = grid.topLeft(map);
        for (int y = 0; y < grid.height; ++y) {
            auto* line = reinterpret_cast<QRgb*>(image.scanLine(corner.y() + y)) + corner.x();
            const std::size_t rest = output.values.size() - next;
            const std::size_t count = std::min(static_cast<std::size_t>(grid.width), rest);
            scale.paint(std::span(output.values).subspan(next, count), line);
            next += count;
        }
    }
    return image;
}

}  // namespace glyphscope
