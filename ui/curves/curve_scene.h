// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/axis_ticks.h"
#include "ui/curves/curve_model.h"
#include "ui/curves/curve_scale.h"

#include <QtCore/QSizeF>

#include <vector>

namespace glyphscope {

/// One quantity of the runs of a chart as it is laid out on a plot of some size.
struct PlotScene {
    const CurveModel* model = nullptr;
    Quantity quantity = Quantity::Loss;
    QSizeF size;
    PlotScale scale;
    AxisTicks xTicks;
    AxisTicks yTicks;
};

/// One plot's geometry: where its axes are, and what range of values fits what is visible of the smoothed
/// curves and of the evaluations. With all of the run in view the first, steep part of it may leave the plot.
[[nodiscard]] PlotScene layOutPlot(const CurveModel& model, Quantity quantity, bool logarithmic, QSizeF size);

/// The height of a plot whose curves have so much of it.
[[nodiscard]] int heightOfPlot(int curves);

/// A curve of `run` as points in pixels, on `columns` equal parts of the scene's area.
[[nodiscard]] std::vector<QPointF> rawTrace(const PlotScene& scene, const ChartRun& run, int columns);
[[nodiscard]] std::vector<QPointF> smoothTrace(const PlotScene& scene, const ChartRun& run, int columns);

/// Its evaluations: on the test set, or on the validation split.
[[nodiscard]] std::vector<QPointF> evaluationTrace(const PlotScene& scene, const ChartRun& run,
                                                   bool validation);

/// Whether a curve or an evaluation of a run that is shown lies in `box`, to the coarse columns that marks
/// are told apart in.
[[nodiscard]] bool covers(const PlotScene& scene, const QRectF& box);
[[nodiscard]] int markColumns(const PlotScene& scene);
inline constexpr double kMarksApart = 7;  ///< pixels between marks of one run, at least

[[nodiscard]] QString tickText(const PlotScene& scene, double value);
[[nodiscard]] QString positionText(CurveAxis axis, double position);  ///< "1,234", "2.63" or "0:41"

}  // namespace glyphscope
