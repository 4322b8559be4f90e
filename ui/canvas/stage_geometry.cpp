// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/stage_geometry.h"

#include "ui/style/theme.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace glyphscope {
namespace {

constexpr double kArrow = 22;  // between two cards
constexpr double kInset = 4;   // between a card's edge and its picture, at the least
constexpr double kEdge = 3;    // around everything, for the focus ring
constexpr double kSmallestCard = 36;
constexpr double kUsualCard = 9 * kGlyphSide + 2 * kInset;  // the strip asks for no larger ones
constexpr double kWorthTwoLines = 1.25;                     // as much larger cards have to be then

/// How the cards are spread over lines.
struct Spread {
    int columns = static_cast<int>(kStageCount);
    int lines = 1;

    /// Around the cards of a line; each line but the first begins with an arrow, and all have their middle.
    [[nodiscard]] double arrows() const { return kArrow * (lines == 1 ? columns - 1 : columns + 1); }
    [[nodiscard]] double left() const { return lines == 1 ? 0.0 : kArrow; }
};

constexpr Spread kOneLine;
constexpr Spread kTwoLines{.columns = (static_cast<int>(kStageCount) + 1) / 2, .lines = 2};

double captionHeight(double lineHeight)
{
    return metrics::kUnit + lineHeight;
}

/// Everything but the cards: captions, gaps, readout.
double textHeight(const Spread& spread, double lineHeight)
{
    return spread.lines * (captionHeight(lineHeight) + metrics::kGap) + lineHeight;
}

double cardForWidth(const Spread& spread, double width)
{
    return std::floor((width - 2 * kEdge - spread.arrows()) / spread.columns);
}

double cardFor(const Spread& spread, QSizeF size, double lineHeight)
{
    const double forHeight =
        std::floor((size.height() - 2 * kEdge - textHeight(spread, lineHeight)) / spread.lines);
    return std::max(kSmallestCard, std::min(cardForWidth(spread, size.width()), forHeight));
}

Spread spreadFor(QSizeF size, double lineHeight)
{
    const double one = cardFor(kOneLine, size, lineHeight);
    return cardFor(kTwoLines, size, lineHeight) >= kWorthTwoLines * one ? kTwoLines : kOneLine;
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
    const Spread spread = spreadFor(size, lineHeight);
    const double card = cardFor(spread, size, lineHeight);
    const double width = spread.columns * card + spread.arrows();
    const double height = spread.lines * card + textHeight(spread, lineHeight);
    const double left = std::max(kEdge, std::floor((size.width() - width) / 2)) + spread.left();
    const double top = std::max(kEdge, std::floor((size.height() - height) / 2));
    const double pitch = card + captionHeight(lineHeight) + metrics::kGap;  // from line to line
    StageLayout layout;
    for (const StageKind kind : kStageKinds) {
        const std::size_t i = index(kind);
        const auto [line, column] = std::div(static_cast<int>(i), spread.columns);
        const double x = left + column * (card + kArrow);
        const double y = top + line * pitch;
        layout.cards[i] = QRectF(x, y, card, card);
        const double picture = pictureSide(card - 2 * kInset, stageSide(kind));
        const double inset = std::floor((card - picture) / 2);
        layout.pictures[i] = QRectF(x + inset, y + inset, picture, picture);
        layout.captions[i] = QRectF(x - kArrow / 2, y + card + metrics::kUnit, card + kArrow, lineHeight);
        if (i > 0)
            layout.arrows[i - 1] = QRectF(x - kArrow, y, kArrow, card);
    }
    layout.readout = QRectF(kEdge, top + spread.lines * pitch, size.width() - 2 * kEdge, lineHeight);
    return layout;
}

StageLayout withNetworkInputAlone(StageLayout layout)
{
    const std::size_t last = index(StageKind::Centred);
    const double bottom = layout.captions.front().bottom();  // four lines of words in the narrowest strip
    layout.words = layout.cards.front();
    for (std::size_t i = 1; i < last; ++i)
        if (layout.cards[i].top() == layout.words.top())
            layout.words |= layout.cards[i];
    layout.words.setBottom(bottom);
    if (layout.cards[last].top() > bottom) {  // alone in its line: in the middle
        const double shift = layout.words.center().x() - layout.cards[last].center().x();
        for (auto* places : {&layout.cards, &layout.pictures, &layout.captions})
            (*places)[last].translate(std::round(shift), 0);
    }
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
    const double card = std::clamp(cardForWidth(kOneLine, width), kSmallestCard, kUsualCard);
    return static_cast<int>(std::ceil(2 * kEdge + card + textHeight(kOneLine, lineHeight)));
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
