// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/network/map_sheet.h"

#include <QtCore/QRectF>

#include <optional>
#include <vector>

namespace glyphscope {

/// How many maps of how many values are to be laid out.
struct MapCount {
    int maps = 0;
    int width = 0;
    int height = 0;
    friend bool operator==(const MapCount&, const MapCount&) = default;
};

/// Where the maps of a sheet lie, in the coordinates of the whole sheet. Cells are square.
struct MapLayout {
    MapCount count;
    int columns = 0;     ///< maps in a row
    double cell = 0;     ///< side of one value
    double caption = 0;  ///< height of the line above each map; 0: there is none
    double gap = 0;      ///< between maps, and around all of them

    [[nodiscard]] QSizeF size() const;
    [[nodiscard]] QRectF mapRect(int map) const;
    [[nodiscard]] QRectF captionRect(int map) const;
    [[nodiscard]] QRectF cellRect(const MapCell& cell) const;
    [[nodiscard]] std::optional<MapCell> cellAt(QPointF point) const;
    /// The map whose picture or caption lies under the point.
    [[nodiscard]] std::optional<int> mapAt(QPointF point) const;
    /// Those of which something lies in `seen`, in order.
    [[nodiscard]] std::vector<int> mapsIn(const QRectF& seen) const;

private:
    [[nodiscard]] QSizeF pitch() const;
};

/// The largest layout that shows all maps in `room`; where they would be too small to be of use, as many
/// columns as fit, to be scrolled. Cells are whole device pixels (`pixel` is the size of one). Maps too small
/// for a caption have none.
[[nodiscard]] MapLayout fitMaps(const MapCount& count, QSizeF room, double captionHeight, double pixel);

/// The next size of a cell, `steps` times about a quarter larger or smaller, in whole device pixels.
[[nodiscard]] double zoomedCell(double cell, int steps, double pixel);

/// The same maps with cells of another size. Captions come and go with it.
[[nodiscard]] MapLayout withCell(const MapLayout& layout, double cell, double captionHeight);

inline constexpr double kLargestCell = 120;
inline constexpr double kNumberCell = 34;  ///< cells of this size show their value as a number

}  // namespace glyphscope
