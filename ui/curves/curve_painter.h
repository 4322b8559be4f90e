// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/curve_raster.h"
#include "ui/curves/curve_scene.h"
#include "ui/style/theme.h"

#include <QtGui/QImage>

class QPainter;

namespace glyphscope {

/// The lines of all runs but the present one, on `ratio` device pixels to one of the scene's: what stays
/// while a run grows.
[[nodiscard]] CurveRaster earlierCurves(const PlotScene& scene, const Theme& theme, double ratio);

/// All lines of a plot as a picture to lay over its grid, transparent elsewhere: those of the present run on
/// what earlierCurves() gave. Its time goes with its pixels and columns, not with the number of values.
[[nodiscard]] QImage curvesImage(const PlotScene& scene, const Theme& theme, double ratio,
                                 CurveRaster earlier);

/// Of a run's evaluations.
[[nodiscard]] QColor evaluationColour(const CurveModel& model, const ChartRun& run, const Theme& theme);

/// Where that picture belongs in the scene.
[[nodiscard]] QRect curvesRect(const PlotScene& scene);

/// The same lines as paths, for a painter that keeps them as such (SVG).
void paintCurvePaths(QPainter& painter, const PlotScene& scene, const Theme& theme);

/// Title, hairlines and numbers: what lies below the curves. What line and marks are is said beside the
/// title, as far as there is room up to `right`.
void paintGrid(QPainter& painter, const PlotScene& scene, const Theme& theme, double right);

/// What lies above them: evaluations, values that are not finite, changes in the midst of a run, the cursor.
void paintMarks(QPainter& painter, const PlotScene& scene, const Theme& theme);

/// All of a plot, for a picture; paths if `vector`, else an image of `ratio`.
void paintPlot(QPainter& painter, const PlotScene& scene, const Theme& theme, bool vector, double ratio);

/// The change of a run at `x` pixels or next to it: "this run, step 1,200: learning rate 0.004 to 0.001".
[[nodiscard]] QString markTextAt(const PlotScene& scene, double x);

}  // namespace glyphscope
