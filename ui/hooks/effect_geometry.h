// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>

#include <vector>

namespace glyphscope {

/// Where the comparison of two answers is drawn: words above, a pair of bars for each class below.
struct EffectPlaces {
    QRectF before;  ///< the words for the first answer
    QRectF after;   ///< and for the second; beside the first, or under it where that is too narrow
    bool beside = true;
    QRectF bars;  ///< all of them, without the labels
    struct Pair {
        QRectF before;  ///< the full height: a bar of probability 1
        QRectF after;
        QRectF label;
    };
    std::vector<Pair> pairs;
};

/// `wordsWidth` is what both answers take side by side.
[[nodiscard]] EffectPlaces effectPlaces(QRectF area, int classes, double wordsWidth, double bodyLine,
                                        double captionLine);

/// The part of a full bar that a probability fills, from below; what is above zero is at least a pixel high.
[[nodiscard]] QRectF filledPart(const QRectF& full, float probability);

/// The class whose pair is at `at`; -1 beside them.
[[nodiscard]] int classAt(const EffectPlaces& places, QPointF at);

}  // namespace glyphscope
