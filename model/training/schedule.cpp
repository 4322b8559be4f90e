// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace glyphscope {

double oneCycle(std::int64_t step, std::int64_t total, double peak, double warmup)
{
    const double start = peak / 25;
    const double up = std::max(1.0, warmup * static_cast<double>(total));
    const double at = static_cast<double>(step);
    if (at < up)
        return start + (peak - start) * at / up;
    const double down = static_cast<double>(total) - up;
    const double share = at < static_cast<double>(total) ? (at - up) / down : 1.0;
    return peak * 0.5 * (1 + std::cos(std::numbers::pi * share));
}

}  // namespace glyphscope
