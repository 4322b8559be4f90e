// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/curve_model.h"
#include "ui/style/theme.h"

#include <QtCore/QSize>

#include <vector>

class QPainter;

namespace glyphscope {

/// One plot of a picture of curves.
struct PicturePlot {
    Quantity quantity;
    bool logarithmic;
};

/// Draws the legend and those plots in a picture of `size`, on the theme's background. As paths where the
/// painter's device keeps them. What is drawn of each run has been prepared.
void paintCurves(QPainter& painter, QSize size, const CurveModel& model,
                 const std::vector<PicturePlot>& plots, const Theme& colours);

}  // namespace glyphscope
