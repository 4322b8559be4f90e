// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/run_series.h"

#include <QtCore/QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace glyphscope {

/// One run among those whose curves are shown.
struct ChartRun {
    QString id;
    QString name;
    int style = 0;  ///< index for runStyle()
    bool shown = true;
    std::shared_ptr<RunSeries> series;
};

/// What all plots of a chart have in common. Belongs to the chart, which alone changes it.
struct CurveModel {
    std::vector<ChartRun> runs;  ///< the present one first, which may be empty, then earlier ones
    CurveAxis axis = CurveAxis::Step;
    AxisRange limits;                    ///< of the axis with everything on it
    std::optional<AxisRange> zoom;       ///< the part of it that is chosen
    std::optional<double> hovered;       ///< the position under the pointer
    std::optional<std::int64_t> cursor;  ///< the step of the checkpoint that is looked at
    int version = 0;                     ///< grows whenever earlier runs may look different

    [[nodiscard]] AxisRange range() const { return zoom.value_or(limits); }
};

}  // namespace glyphscope
