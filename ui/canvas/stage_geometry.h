// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/stages.h"

#include <QtCore/QPoint>
#include <QtCore/QRectF>

#include <array>
#include <optional>

namespace glyphscope {

/// The steps from a drawing to the network's input, in order.
enum class StageKind { Strokes, TightBox, Resampled, Centred };
inline constexpr std::array kStageKinds{StageKind::Strokes, StageKind::TightBox, StageKind::Resampled,
                                        StageKind::Centred};
inline constexpr std::size_t kStageCount = kStageKinds.size();

/// Pixels along each side of a stage's picture.
[[nodiscard]] int stageSide(StageKind kind);

/// A pixel of one stage, (0, 0) top left.
struct StagePixel {
    StageKind stage = StageKind::Centred;
    QPoint at;
    friend bool operator==(const StagePixel&, const StagePixel&) = default;
};

/// Where everything lies in the strip, in device-independent pixels.
struct StageLayout {
    std::array<QRectF, kStageCount> cards;  ///< the squares on which the pictures lie
    std::array<QRectF, kStageCount>
        pictures;  ///< the pixels: centred on their card, whole cells where they can be
    std::array<QRectF, kStageCount> captions;
    std::array<QRectF, kStageCount - 1> arrows;
    QRectF readout;
    QRectF words;  ///< where withNetworkInputAlone() has room for words, else null

    [[nodiscard]] double cell(StageKind kind) const;  ///< width of one pixel
};

/// Lays the strip out, as large as it fits into `size` and centred: in one line, or in two where the cards
/// are much larger so. `lineHeight` is that of a caption.
[[nodiscard]] StageLayout layOutStages(QSizeF size, double lineHeight);

/// The same without the cards, arrows and captions of what comes before the network's input.
[[nodiscard]] StageLayout withNetworkInputAlone(StageLayout layout);

/// The height that the strip likes in `width`: one line of cards, as large as they usually are at most.
[[nodiscard]] int stagesHeight(int width, double lineHeight);

/// The pixel at a position, nothing beside the pictures.
[[nodiscard]] std::optional<StagePixel> pixelAt(const StageLayout& layout, QPointF position);
[[nodiscard]] QRectF pixelRect(const StageLayout& layout, const StagePixel& pixel);

/// A rectangle of whole pixels, as it lies on the strip.
[[nodiscard]] QRectF boxRect(const StageLayout& layout, StageKind stage, const Box& box);

/// The centre of mass of the ink, with pixel centres at one half, as MNIST's preprocessing has it.
/// Nothing for an empty glyph.
[[nodiscard]] std::optional<QPointF> barycentre(const Glyph& glyph);

}  // namespace glyphscope
