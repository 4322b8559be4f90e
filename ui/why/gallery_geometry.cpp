// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/gallery_geometry.h"

#include "ui/style/theme.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr double kGap = metrics::kGap;
constexpr double kPad = 5;          // around a tile's picture
constexpr double kLeast = 72;       // width of a tile
constexpr double kLeastMany = 110;  // of more than three in a row
constexpr double kMost = 150;

/// The most columns that leave no row half empty, each wide enough.
int columnsFor(int count, double width)
{
    for (int columns = count; columns > 1; --columns) {
        const double least = columns > 3 ? kLeastMany : kLeast;
        if (count % columns == 0 && columns * (least + kGap) - kGap <= width)
            return columns;
    }
    return 1;
}

/// The side of a tile among so many in a row.
double sideFor(int count, int columns, QSizeF room, double captionHeight)
{
    const int rows = (count + columns - 1) / columns;
    const double wide = (room.width() + kGap) / columns - kGap;
    const double high = (room.height() + kGap) / rows - kGap - captionHeight - kPad;
    return std::floor(std::max(2 * kPad + 1, std::min(wide, high)));
}

/// Of the columns that leave no row half empty those with the largest tiles.
int columnsWithin(int count, QSizeF room, double captionHeight)
{
    int best = 1;
    for (int columns = 2; columns <= count; ++columns)
        if (count % columns == 0 &&
            sideFor(count, columns, room, captionHeight) > sideFor(count, best, room, captionHeight))
            best = columns;
    return best;
}

}  // namespace

std::optional<int> GalleryLayout::tileAt(QPointF point) const
{
    const auto found = std::find_if(tiles.begin(), tiles.end(),
                                    [point](const GalleryTile& each) { return each.tile.contains(point); });
    return found == tiles.end() ? std::nullopt : std::optional(static_cast<int>(found - tiles.begin()));
}

GalleryLayout layOutGallery(int count, double width, double captionHeight, double height)
{
    GalleryLayout layout;
    if (count <= 0)
        return layout;
    const bool within = height > 0;
    const QSizeF all(width, height);
    layout.columns = within ? columnsWithin(count, all, captionHeight) : columnsFor(count, width);
    const double room = (width + kGap) / layout.columns - kGap;
    const double side = within ? sideFor(count, layout.columns, all, captionHeight)
                               : std::floor(std::clamp(room, 2 * kPad + 1, kMost));
    const double high = side + captionHeight + kPad;
    // What is left of the width lies within the tiles, or, where they are as high as they like, between them,
    // so that they line up with what is above.
    const double wide = within ? std::floor(room) : side;
    const double pitch = layout.columns == 1 ? 0
                         : within            ? room + kGap
                                             : std::min((width - side) / (layout.columns - 1), side * 1.25);
    for (int i = 0; i < count; ++i) {
        const double left = std::floor(i % layout.columns * pitch);
        const double top = std::floor(i / layout.columns * (high + kGap));
        const double inset = std::floor((wide - side) / 2) + kPad;
        GalleryTile tile;
        tile.tile = QRectF(left, top, wide, high);
        tile.picture = QRectF(left + inset, top + kPad, side - 2 * kPad, side - 2 * kPad);
        tile.caption = QRectF(left + 2, tile.picture.bottom() + 2, wide - 4, captionHeight);
        layout.tiles.push_back(tile);
    }
    layout.height = std::ceil(layout.tiles.back().tile.bottom());
    return layout;
}

}  // namespace glyphscope
