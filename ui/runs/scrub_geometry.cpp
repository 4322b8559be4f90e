// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/scrub_geometry.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace glyphscope {

namespace {

constexpr double kHandle = 16;  // as the style sheet draws it

}  // namespace

double tickX(int index, int count, double width)
{
    const double share = count > 1 ? static_cast<double>(index) / (count - 1) : 0;
    return kHandle / 2 + share * std::max(0.0, width - kHandle);
}

int tickAt(double x, int count, double width)
{
    if (count <= 1 || width <= kHandle)
        return 0;
    const double share = std::clamp((x - kHandle / 2) / (width - kHandle), 0.0, 1.0);
    return static_cast<int>(std::lround(share * (count - 1)));
}

int nearestCheckpoint(const std::vector<RunCheckpoint>& checkpoints, std::int64_t step)
{
    const auto distance = [step](const RunCheckpoint& c) { return std::abs(c.step - step); };
    const auto nearest = std::ranges::min_element(checkpoints, {}, distance);
    return nearest == checkpoints.end() ? -1 : static_cast<int>(nearest - checkpoints.begin());
}

}  // namespace glyphscope
