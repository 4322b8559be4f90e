// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/prediction.h"
#include "ui/widgets/colour_scale.h"

#include <QtCore/QPoint>
#include <QtGui/QImage>

#include <optional>

namespace glyphscope {

/// How an output lies in its thumbnail: C x H x W as C maps with one transparent pixel between them, a vector
/// as one map that is as square as can be, its values row by row.
struct MosaicGrid {
    int maps = 0;
    int width = 0;  ///< of one map, pixels
    int height = 0;
    int columns = 0;  ///< maps in a row

    [[nodiscard]] int rows() const { return columns == 0 ? 0 : (maps + columns - 1) / columns; }
    [[nodiscard]] QSize size() const;
    [[nodiscard]] QPoint topLeft(int map) const;
    /// The map under a pixel of the mosaic; none between two maps or past the last one.
    [[nodiscard]] std::optional<int> mapAt(QPoint pixel) const;
    /// A value's place among those of its map.
    [[nodiscard]] int offsetIn(int map, QPoint pixel) const;
};

/// Of an output whose shape and number of values agree; otherwise a grid of no maps.
[[nodiscard]] MosaicGrid gridOf(const ModuleOutput& output);

/// The number of columns for `count` equal tiles: full rows where a width of up to twice the height allows
/// it.
[[nodiscard]] int columnsFor(int count);

/// Every value of the output as one pixel, in the colours of its scale. Null where gridOf() has no maps.
[[nodiscard]] QImage mosaic(const ModuleOutput& output);

}  // namespace glyphscope
