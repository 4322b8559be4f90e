// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/run.h"
#include "ui/curves/curve_model.h"
#include "ui/curves/run_overlay.h"

#include <cstdint>
#include <vector>

namespace glyphscope {

/// The first of `present` with earlier runs over it. One that was there already keeps its series where the
/// curves are the same, and its colour, and stays hidden if it was; others take colours that are free.
[[nodiscard]] std::vector<ChartRun> withOverlays(const std::vector<ChartRun>& present,
                                                 const std::vector<RunOverlay>& overlays, double smoothing);

/// What a run had come to before `step`: it is resumed from there.
[[nodiscard]] RunCurves curvesBefore(const RunCurves& curves, std::int64_t step);

}  // namespace glyphscope
