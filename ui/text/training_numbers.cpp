// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/training_numbers.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {

int epochUnderWay(double epochsDone, int epochs)
{
    // 1.0 is the end of the first epoch, not the beginning of the second.
    return std::clamp(static_cast<int>(std::ceil(epochsDone - 1e-9)), 1, std::max(1, epochs));
}

double progressOf(const StepStats& step)
{
    if (step.totalSteps <= 0)
        return 0;
    return std::clamp(static_cast<double>(step.step) / static_cast<double>(step.totalSteps), 0.0, 1.0);
}

double secondsLeft(const StepStats& step)
{
    if (step.step <= 0 || step.totalSteps <= step.step)
        return 0;
    return step.seconds / static_cast<double>(step.step) * static_cast<double>(step.totalSteps - step.step);
}

}  // namespace glyphscope
