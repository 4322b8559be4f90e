// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/chain_geometry.h"

#include "ui/style/theme.h"

#include <algorithm>

namespace glyphscope {

namespace {

constexpr double kLeastPicture = 32;     // pixels
constexpr double kEdge = metrics::kGap;  // around the chain, which may lie in a card itself

/// How close everything is: the pictures are what the room is for.
struct Density {
    double arrow;  // between two cards
    double pad;    // in a card, at the sides
};
constexpr Density kAiry{.arrow = kArrowRoom, .pad = metrics::kPadding};
constexpr Density kDensities[]{
    kAiry, {.arrow = 18, .pad = 10}, {.arrow = 14, .pad = 8}, {.arrow = 10, .pad = 5}};

struct Lines {
    double heading;
    double caption;
    double row;  // of pictures: all cards have the same
};

std::vector<CardPlace> place(const std::vector<CardContent>& cards, const Lines& lines, double pictureHeight,
                             const Density& density)
{
    constexpr double kPad = metrics::kPadding;  // above and below
    const double words = lines.heading + 2 * lines.caption + 2 * metrics::kGap;
    std::vector<CardPlace> places;
    double x = kEdge;
    for (const CardContent& content : cards) {
        const double aspect =
            content.picture.isEmpty() ? 1.0 : content.picture.width() / content.picture.height();
        // A very wide picture does not take more than two squares' room: then it is lower than the others.
        const QSizeF size = QSizeF(1, 1 / aspect) * std::min(pictureHeight * aspect, 2.2 * pictureHeight);
        const double inner = std::max(size.width(), content.textWidth);
        CardPlace place;
        place.card = QRectF(x, kEdge, inner + 2 * density.pad, words + lines.row + 2 * kPad);
        place.name = QRectF(x + density.pad, kEdge + kPad, inner, lines.heading);
        place.shape = QRectF(x + density.pad, place.name.bottom(), inner, lines.caption);
        const double top = place.shape.bottom() + metrics::kGap;
        place.picture = QRectF(
            QPointF(x + density.pad + (inner - size.width()) / 2, top + (lines.row - size.height()) / 2),
            size);
        place.range = QRectF(x + density.pad, top + lines.row + metrics::kGap, inner, lines.caption);
        places.push_back(place);
        x = place.card.right() + density.arrow;
    }
    return places;
}

}  // namespace

std::vector<CardPlace> layOutChain(const std::vector<CardContent>& cards, QSizeF strip, double headingHeight,
                                   double captionHeight)
{
    const double words = headingHeight + 2 * captionHeight + 2 * metrics::kGap + 2 * metrics::kPadding;
    const double row = std::max(strip.height() - 2 * kEdge - words, kLeastPicture);
    const Lines lines{.heading = headingHeight, .caption = captionHeight, .row = row};
    for (double share = 1; share * row >= std::min(row, kLeastPicture); share -= 0.05)
        for (const Density& density : kDensities) {
            std::vector<CardPlace> places = place(cards, lines, share * row, density);
            if (chainWidth(places) <= strip.width())
                return places;
        }
    return place(cards, lines, row, kAiry);
}

double chainWidth(const std::vector<CardPlace>& places)
{
    return places.empty() ? 0.0 : places.back().card.right() + kEdge;
}

}  // namespace glyphscope
