// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/train_options.h"

#include <cstdint>

namespace glyphscope {

/// The learning rate of step `step` in [0, total): linearly up from a twenty-fifth to `peak` over the first
/// `warmup` share of the steps, then along a half cosine towards zero (one cycle, Smith & Topin 2018).
[[nodiscard]] double oneCycle(std::int64_t step, std::int64_t total, double peak, double warmup);

/// The same from a fifth of `peak` up to it and then straight down: it ends one step before zero.
[[nodiscard]] double upAndDown(std::int64_t step, std::int64_t total, double peak, double warmup);

/// The learning rate of step `step` in [0, total) by the schedule of `options`. It is what PyTorch's
/// schedulers give after `step` calls of their step(), one after every batch: CosineAnnealingLR(T_max=total)
/// for Cosine, StepLR(step_size=decayEvery * stepsPerEpoch, gamma=decayFactor) for Step. The one cycle is not
/// OneCycleLR, which also warms up along a cosine unless it is told otherwise.
[[nodiscard]] double scheduledRate(std::int64_t step, std::int64_t stepsPerEpoch, std::int64_t total,
                                   const TrainOptions& options);

}  // namespace glyphscope
