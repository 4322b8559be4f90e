// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/run.h"

#include <vector>

namespace glyphscope {

/// Where the checkpoints of a run lie along a slider `width` pixels wide, evenly: the middle of the handle.
[[nodiscard]] double tickX(int index, int count, double width);
[[nodiscard]] int tickAt(double x, int count, double width);

/// The index of the checkpoint of `step` or the one nearest to it; -1 if there is none.
[[nodiscard]] int nearestCheckpoint(const std::vector<RunCheckpoint>& checkpoints, std::int64_t step);

}  // namespace glyphscope
