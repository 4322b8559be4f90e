// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace glyphscope {

/// The learning rate of step `step` in [0, total): linearly up from a twenty-fifth to `peak` over the first
/// `warmup` share of the steps, then along a half cosine towards zero (one cycle, Smith & Topin 2018).
[[nodiscard]] double oneCycle(std::int64_t step, std::int64_t total, double peak, double warmup);

}  // namespace glyphscope
