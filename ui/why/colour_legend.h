// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/network/thumbnail.h"

#include <QtCore/QString>

class QPainter;
class QRectF;

namespace glyphscope {

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
