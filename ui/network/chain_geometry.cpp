// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/chain_geometry.h"

#include "ui/style/theme.h"

#include <algorithm>

namespace glyphscope {

namespace {

constexpr double kLeastPicture = 32;
constexpr double kEdge = 1;  // so that the first card's hairline is not cut off

}  // namespace

std::vector<CardPlace> layOutChain(const std::vector<CardContent>& cards, double height, double headingHeight,
                                   double captionHeight)
{
    constexpr double kPad = metrics::kPadding;
    const double words = headingHeight + 2 * captionHeight + 2 * metrics::kGap;
    const double pictureHeight = std::max(height - 2 * kEdge - 2 * kPad - words, kLeastPicture);
    std::vector<CardPlace> places;
    double x = kEdge;
    for (const CardContent& content : cards) {
        const double aspect =
            content.picture.isEmpty() ? 1.0 : content.picture.width() / content.picture.height();
        // A wide picture does not take more than two squares' room: then it is lower than the others.
        const double pictureWidth = std::min(pictureHeight * aspect, 2.2 * pictureHeight);
        const double inner = std::max(pictureWidth, content.textWidth);
        CardPlace place;
        place.card = QRectF(x, kEdge, inner + 2 * kPad, words + pictureHeight + 2 * kPad);
        place.name = QRectF(x + kPad, kEdge + kPad, inner, headingHeight);
        place.shape = QRectF(x + kPad, place.name.bottom(), inner, captionHeight);
        const double top = place.shape.bottom() + metrics::kGap;
        const QSizeF size(pictureWidth, pictureWidth / aspect);
        place.picture = QRectF(
            QPointF(x + kPad + (inner - size.width()) / 2, top + (pictureHeight - size.height()) / 2), size);
        place.range = QRectF(x + kPad, top + pictureHeight + metrics::kGap, inner, captionHeight);
        places.push_back(place);
        x = place.card.right() + kArrowRoom;
    }
    return places;
}

double chainWidth(const std::vector<CardPlace>& places)
{
    return places.empty() ? 0.0 : places.back().card.right() + kEdge;
}

}  // namespace glyphscope
