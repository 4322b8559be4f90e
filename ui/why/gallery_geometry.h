// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>

#include <optional>
#include <vector>

namespace glyphscope {

/// Where the parts of one tile lie.
struct GalleryTile {
    QRectF tile;
    QRectF picture;  ///< square
    QRectF caption;
};

struct GalleryLayout {
    std::vector<GalleryTile> tiles;
    int columns = 0;
    double height = 0;

    [[nodiscard]] std::optional<int> tileAt(QPointF point) const;
};

/// `count` equal tiles in full rows as far as can be. Within `height`: as large as they can be. Without one:
/// as many in a row as keep a readable size, and not larger than is of use.
[[nodiscard]] GalleryLayout layOutGallery(int count, double width, double captionHeight, double height = 0);

}  // namespace glyphscope
