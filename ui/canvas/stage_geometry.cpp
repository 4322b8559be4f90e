// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/stage_geometry.h"

#include "ui/style/theme.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr double kArrow = 22;  // between two cards
constexpr double kInset = 4;   // between a card's edge and its picture, at the least
constexpr double kEdge = 3;    // around everything, for the focus ring
constexpr double kSmallestCard = 36;
constexpr double kLargestCard = 9 * kGlyphSide + 2 * kInset;
constexpr double kArrows = kArrow * static_cast<double>(kStageCount - 1);

double cardForWidth(double width)
{
    const double card = std::floor((width - 2 * kEdge - kArrows) / static_cast<double>(kStageCount));
    return std::clamp(card, kSmallestCard, kLargestCard);
}

/// Everything below the cards: caption, gap, readout.
double textHeight(double lineHeight)
{
    return metrics::kUnit + lineHeight + metrics::kGap + lineHeight;
}

/// The largest picture within the room: whole pixels for each cell where the cells are not smaller than one.
double pictureSide(double room, int cells)
{
    const double cell = room / cells;
    return cell < 2 ? room : std::floor(cell) * cells;
}

std::size_t index(StageKind kind)
{
    return static_cast<std::size_t>(kind);
}

}  // namespace

int stageSide(StageKind kind)
{
    constexpr std::array kSides{128, 128, 20, kGlyphSide};
    return kSides[index(kind)];
}

double StageLayout::cell(StageKind kind) const
{
    return pictures[index(kind)].width() / stageSide(kind);
}

StageLayout layOutStages(QSizeF size, double lineHeight)
{
    const double roomBelow = std::floor(size.height() - 2 * kEdge - textHeight(lineHeight));
    const double card = std::max(kSmallestCard, std::min(cardForWidth(size.width()), roomBelow));
    const double width = static_cast<double>(kStageCount) * card + kArrows;
    const double left = std::max(kEdge, std::floor((size.width() - width) / 2));
    const double captionTop = kEdge + card + metrics::kUnit;
    StageLayout layout;
    for (const StageKind kind : kStageKinds) {
        const std::size_t i = index(kind);
        const double x = left + static_cast<double>(i) * (card + kArrow);
        layout.cards[i] = QRectF(x, kEdge, card, card);
        const double picture = pictureSide(card - 2 * kInset, stageSide(kind));
        const double inset = std::floor((card - picture) / 2);
        layout.pictures[i] = QRectF(x + inset, kEdge + inset, picture, picture);
        layout.captions[i] = QRectF(x - kArrow / 2, captionTop, card + kArrow, lineHeight);
        if (i > 0)
            layout.arrows[i - 1] = QRectF(x - kArrow, kEdge, kArrow, card);
    }
    layout.readout =
        QRectF(kEdge, captionTop + lineHeight + metrics::kGap, size.width() - 2 * kEdge, lineHeight);
    return layout;
}

StageLayout withNetworkInputAlone(StageLayout layout)
{
    const std::size_t last = index(StageKind::Centred);
    layout.words = layout.cards.front().united(layout.cards[last - 1]);
    layout.words.setBottom(layout.captions.front().bottom());  // four lines in the narrowest strip
    for (std::size_t i = 0; i < last; ++i) {
        layout.cards[i] = {};
        layout.pictures[i] = {};
        layout.captions[i] = {};
        layout.arrows[i] = {};
    }
    return layout;
}

int stagesHeight(int width, double lineHeight)
{
    return static_cast<int>(std::ceil(2 * kEdge + cardForWidth(width) + textHeight(lineHeight)));
}

std::optional<StagePixel> pixelAt(const StageLayout& layout, QPointF position)
{
    for (const StageKind kind : kStageKinds) {
        const QRectF& picture = layout.pictures[index(kind)];
        if (picture.isEmpty())
            continue;
        const QPointF offset = (position - picture.topLeft()) / layout.cell(kind);
        const QPoint at(static_cast<int>(std::floor(offset.x())), static_cast<int>(std::floor(offset.y())));
        if (QRect(0, 0, stageSide(kind), stageSide(kind)).contains(at))
            return StagePixel{kind, at};
    }
    return std::nullopt;
}

QRectF pixelRect(const StageLayout& layout, const StagePixel& pixel)
{
    return boxRect(layout, pixel.stage, {pixel.at.x(), pixel.at.y(), 1, 1});
}

QRectF boxRect(const StageLayout& layout, StageKind stage, const Box& box)
{
    const double cell = layout.cell(stage);
    const QPointF corner = layout.pictures[index(stage)].topLeft() + cell * QPointF(box.x, box.y);
    return QRectF(corner, cell * QSizeF(box.width, box.height));
}

std::optional<QPointF> barycentre(const Glyph& glyph)
{
    double mass = 0;
    QPointF moment;
    for (int y = 0; y < kGlyphSide; ++y) {
        for (int x = 0; x < kGlyphSide; ++x) {
            const double value = glyph[static_cast<std::size_t>(y * kGlyphSide + x)];
            mass += value;
            moment += value * QPointF(x + 0.5, y + 0.5);
        }
    }
    return mass > 0 ? std::optional(moment / mass) : std::nullopt;
}

}  // namespace glyphscope
