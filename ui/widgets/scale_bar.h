// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/colour_scale.h"

#include <QtCore/QString>
#include <QtGui/QImage>

class QPainter;
class QRectF;

namespace glyphscope {

/// All shades of a scale from its low end to its high one, a pixel each, zero one of them; `opacity` of them
/// over the theme's paper.
[[nodiscard]] QImage scaleBar(const ColourScale& scale, double opacity = 1);

/// What the ends of a scale mean, said after their numbers.
struct LegendWords {
    QString low;
    QString high;
};

/// A bar with all colours of the scale, `opacity` of them over the theme's paper, and under it what its ends
/// and its zero stand for.
void paintLegend(QPainter& painter, const QRectF& bar, const QRectF& numbers, const ColourScale& scale,
                 double opacity, const LegendWords& words = {});

}  // namespace glyphscope
