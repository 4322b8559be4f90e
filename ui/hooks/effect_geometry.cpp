// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/effect_geometry.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {

namespace {

constexpr double kGap = 6;
constexpr double kWidestPair = 120;

}  // namespace

EffectPlaces effectPlaces(QRectF area, int classes, double wordsWidth, double bodyLine, double captionLine)
{
    EffectPlaces places;
    places.beside = wordsWidth <= area.width();
    places.before = QRectF(area.left(), area.top(), area.width(), bodyLine);
    places.after = places.beside ? places.before : places.before.translated(0, bodyLine + 2);
    const double top = places.after.bottom() + kGap;
    places.bars =
        QRectF(area.left(), top, area.width(), std::max(0.0, area.bottom() - captionLine - 2 - top));
    if (classes <= 0)
        return places;
    const double pitch = std::min(area.width() / classes, kWidestPair);
    const double bar = std::max(1.0, std::floor(pitch * 0.34));
    for (int i = 0; i < classes; ++i) {
        const double middle = std::round(area.left() + (i + 0.5) * pitch);
        const QRectF after(middle, top, bar, places.bars.height());
        places.pairs.push_back(
            {.before = after.translated(-bar - 1, 0),
             .after = after,
             .label = QRectF(middle - pitch / 2, places.bars.bottom() + 2, pitch, captionLine)});
    }
    places.bars.setWidth(pitch * classes);
    return places;
}

QRectF filledPart(const QRectF& full, float probability)
{
    const double share =
        std::clamp(std::isfinite(probability) ? static_cast<double>(probability) : 0.0, 0.0, 1.0);
    const double high = share <= 0 ? 0 : std::max(1.0, full.height() * share);
    return {full.left(), full.bottom() - high, full.width(), high};
}

int classAt(const EffectPlaces& places, QPointF at)
{
    for (std::size_t i = 0; i < places.pairs.size(); ++i) {
        const QRectF& label = places.pairs[i].label;
        const QRectF column(label.left(), places.bars.top(), label.width(),
                            label.bottom() - places.bars.top());
        if (column.contains(at))
            return static_cast<int>(i);
    }
    return -1;
}

}  // namespace glyphscope
