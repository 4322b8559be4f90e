// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/training_progress.h"

namespace glyphscope {

/// The number of the epoch, of `epochs`, in which a run is that has done so many epochs.
[[nodiscard]] int epochUnderWay(double epochsDone, int epochs);

/// Share of the run done, in [0, 1].
[[nodiscard]] double progressOf(const StepStats& step);

/// Wall-clock seconds until the last step at the pace so far, evaluations included; 0 before the first step.
[[nodiscard]] double secondsLeft(const StepStats& step);

}  // namespace glyphscope
