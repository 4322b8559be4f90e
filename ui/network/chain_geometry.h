// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>

#include <vector>

namespace glyphscope {

/// Where the parts of one module's card lie, in the coordinates of the whole chain.
struct CardPlace {
    QRectF card;
    QRectF name;
    QRectF shape;
    QRectF picture;  ///< keeps the picture's proportions
    QRectF range;
};

/// What a card is laid out by.
struct CardContent {
    QSizeF picture;        ///< its natural size
    double textWidth = 0;  ///< the widest of its lines
};

/// The usual distance between two cards: room for an arrow.
inline constexpr double kArrowRoom = 28;

/// The cards of a chain one after the other in a strip of that size, all pictures on one middle line. The
/// pictures are as high as there is room, or as much less as it takes to have the whole chain in sight;
/// before they get smaller, all else moves together.
[[nodiscard]] std::vector<CardPlace> layOutChain(const std::vector<CardContent>& cards, QSizeF strip,
                                                 double headingHeight, double captionHeight);

/// The width of the whole chain, margins included.
[[nodiscard]] double chainWidth(const std::vector<CardPlace>& places);

}  // namespace glyphscope
