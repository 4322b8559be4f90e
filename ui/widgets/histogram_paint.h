// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/histogram_geometry.h"

class QPainter;
class QPen;

namespace glyphscope {

/// The bars and the ground that they stand on, with the painter's pen and brush, which it keeps.
void paintHistogramBars(QPainter& painter, const Histogram& histogram, const QRectF& area,
                        HistogramHeights heights = HistogramHeights::Linear);

/// The bars in the theme's colours; behind them `bin`, where one is pointed at, in all its height.
void paintHistogram(QPainter& painter, const Histogram& histogram, const QRectF& area,
                    HistogramHeights heights = HistogramHeights::Linear, int bin = -1);

/// An upright line at `value`; none outside of the bins.
void paintHistogramLine(QPainter& painter, const Histogram& histogram, const QRectF& area, double value,
                        const QPen& pen);

/// Under `area`, what its sides stand for, and where zero is if there is room to say so.
void paintHistogramScale(QPainter& painter, const Histogram& histogram, const QRectF& area);
[[nodiscard]] double histogramScaleHeight();

}  // namespace glyphscope
