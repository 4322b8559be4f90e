// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/curve_runs.h"

#include "ui/curves/run_series.h"

#include <algorithm>
#include <utility>

namespace glyphscope {

std::vector<ChartRun> withOverlays(const std::vector<ChartRun>& present,
                                   const std::vector<RunOverlay>& overlays, double smoothing)
{
    std::vector<ChartRun> runs{present.front()};
    const auto known = [&](const QString& id) {
        return std::find_if(present.begin() + 1, present.end(),
                            [&](const ChartRun& run) { return run.id == id; });
    };
    const auto isFree = [&](int style) {
        const auto has = [&](const ChartRun& run) { return run.style == style; };
        return std::none_of(runs.begin(), runs.end(), has);
    };
    for (const RunOverlay& overlay : overlays) {
        if (!overlay.curves)
            continue;
        const auto before = known(overlay.id);
        if (before != present.end() && &before->series->curves() == overlay.curves.get()) {
            runs.push_back(*before);
            runs.back().name = overlay.name;
            continue;
        }
        ChartRun run{overlay.id, overlay.name, 0, true, std::make_shared<RunSeries>(overlay.curves)};
        if (before != present.end()) {
            run.style = before->style;
            run.shown = before->shown;
        }
        run.series->setWeight(smoothing);
        runs.push_back(std::move(run));
    }
    int next = 1;
    for (std::size_t i = 1; i < runs.size(); ++i) {
        if (runs[i].style != 0)
            continue;
        while (!isFree(next))
            ++next;
        runs[i].style = next;
    }
    return runs;
}

RunCurves curvesBefore(const RunCurves& curves, std::int64_t step)
{
    RunCurves kept = curves;
    StepCurves& s = kept.steps;
    const auto size =
        static_cast<std::size_t>(std::lower_bound(s.step.begin(), s.step.end(), step) - s.step.begin());
    s.step.resize(size);
    for (auto* column :
         {&s.epoch, &s.seconds, &s.loss, &s.accuracy, &s.learningRate, &s.gradientNorm, &s.imagesPerSecond})
        column->resize(size);
    std::erase_if(kept.epochs, [&](const EpochStats& epoch) { return epoch.step >= step; });
    std::erase_if(kept.marks, [&](const RunMark& mark) { return mark.step >= step; });
    return kept;
}

}  // namespace glyphscope
