// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/map_sheet.h"

#include "ui/widgets/thumbnail.h"

#include <algorithm>

namespace glyphscope {

std::span<const float> MapSheet::valuesOf(int map) const
{
    const auto size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    const std::size_t first = std::min(static_cast<std::size_t>(map) * size, values.size());
    return std::span(values).subspan(first, std::min(size, values.size() - first));
}

std::span<const float> MapSheet::rowOf(int map, int y) const
{
    const std::span<const float> all = valuesOf(map);
    const auto side = static_cast<std::size_t>(width);
    const std::size_t first = std::min(static_cast<std::size_t>(y) * side, all.size());
    return all.subspan(first, std::min(side, all.size() - first));
}

std::optional<int> MapSheet::indexOf(const MapCell& cell) const
{
    if (cell.map < 0 || cell.map >= maps || cell.y < 0 || cell.y >= height || cell.x < 0 || cell.x >= width)
        return std::nullopt;
    const int index = (cell.map * height + cell.y) * width + cell.x;
    return static_cast<std::size_t>(index) < values.size() ? std::optional(index) : std::nullopt;
}

std::optional<MapCell> MapSheet::cellOf(int index) const
{
    if (empty() || index < 0 || static_cast<std::size_t>(index) >= values.size())
        return std::nullopt;
    return MapCell{.map = index / (width * height), .y = index / width % height, .x = index % width};
}

MapSheet sheetOf(const ModuleOutput& output)
{
    const MosaicGrid grid = gridOf(output);
    if (grid.maps == 0)
        return {};
    return {.maps = grid.maps,
            .width = grid.width,
            .height = grid.height,
            .vector = output.shape.size() == 1,
            .values = output.values};
}

MapSheet vectorSheet(std::vector<float> values)
{
    const int count = static_cast<int>(values.size());
    return sheetOf({.name = {}, .kind = {}, .shape = {count}, .values = std::move(values)});
}

std::vector<ValueRange> rangesOf(const MapSheet& sheet)
{
    std::vector<ValueRange> ranges;
    ranges.reserve(static_cast<std::size_t>(sheet.maps));
    for (int map = 0; map < sheet.maps; ++map)
        ranges.push_back(rangeOf(sheet.valuesOf(map)));
    return ranges;
}

std::vector<MapMark> marksOf(const MapSheet& sheet, std::span<const ValueRange> ranges)
{
    if (sheet.vector)
        return std::vector<MapMark>(sheet.values.size());
    std::vector<MapMark> marks;
    for (const ValueRange& range : ranges)
        marks.push_back({.zero = range.high <= 0, .full = range.low > 0});
    return marks;
}

void addActivity(std::vector<MapMark>& marks, const MapSheet& sheet, const ModuleActivity& activity)
{
    const std::size_t count = sheet.vector ? sheet.values.size() : static_cast<std::size_t>(sheet.maps);
    if (activity.images == 0 || activity.channels.size() != count)
        return;
    marks.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        marks[i].dead = activity.channels[i].dead();
        marks[i].saturated = activity.channels[i].saturated();
    }
}

}  // namespace glyphscope
