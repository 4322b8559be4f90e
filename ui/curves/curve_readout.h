// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/curve_scene.h"
#include "ui/style/theme.h"

#include <QtCore/QStringList>

#include <vector>

class QPainter;

namespace glyphscope {

/// What the curves of a plot say at one position: a row a run.
struct Readout {
    struct Row {
        int style = 0;
        QString name;
        QStringList values;  ///< as many as there are columns; empty where a run has none there
    };
    QString position;     ///< "step 1,234 · epoch 2.63 · 0:41"
    QStringList columns;  ///< "smoothed", "test" and "valid." where any run has them, "batch"
    std::vector<Row> rows;
};

/// At `position` on the axis; evaluations are the last ones up to it. No rows where no run has come so far.
[[nodiscard]] Readout readoutAt(const PlotScene& scene, double position);

/// In words, for those who hear the window: "step 1,234: this run 0.0412".
[[nodiscard]] QString spoken(const Readout& readout);

/// The line at the position, a dot on every course, and the values in a box beside it.
void paintReadout(QPainter& painter, const PlotScene& scene, const Theme& theme, double position);

}  // namespace glyphscope
