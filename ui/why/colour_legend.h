// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/network/thumbnail.h"

class QPainter;
class QRectF;

namespace glyphscope {

/// A bar with all colours of the scale, `opacity` of them over the theme's paper, and under it what its ends
/// and its zero stand for.
void paintLegend(QPainter& painter, const QRectF& bar, const QRectF& numbers, const ColourScale& scale,
                 double opacity);

}  // namespace glyphscope
