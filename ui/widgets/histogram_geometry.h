// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/statistics.h"

#include <QtCore/QRectF>
#include <QtGui/QPolygonF>

#include <optional>

namespace glyphscope {

/// How high a bin is beside the fullest: by its count, or by its logarithm, so that a layer of zeros does not
/// hide the rest.
enum class HistogramHeights { Linear, Logarithmic };

/// A histogram's steps as one polygon that stands on the bottom of `area`, its fullest bin as high as it.
/// A bin with anything in it is at least a pixel high. Empty where there is nothing to draw.
[[nodiscard]] QPolygonF histogramOutline(const Histogram& histogram, const QRectF& area,
                                         HistogramHeights heights = HistogramHeights::Linear);

/// Where `value` lies between the left and the right side of `area`; none outside of the bins.
[[nodiscard]] std::optional<double> histogramX(const Histogram& histogram, const QRectF& area, double value);

/// The bin under `x`; -1 beside them.
[[nodiscard]] int histogramBinAt(const Histogram& histogram, const QRectF& area, double x);
[[nodiscard]] QRectF histogramBin(const Histogram& histogram, const QRectF& area,
                                  int bin);  ///< all its height

struct BinRange {
    double low = 0;
    double high = 0;
};
[[nodiscard]] BinRange histogramRange(const Histogram& histogram, int bin);

}  // namespace glyphscope
