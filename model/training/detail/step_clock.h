// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/hook_spec.h"

#include <cstdint>
#include <deque>
#include <optional>

namespace glyphscope {

/// What hooks cost a training: the times of its newest steps with and without them. Medians, since a step
/// that another program held up says nothing of the hooks.
class StepClock {
public:
    void took(bool hooked, double seconds);
    /// Other hooks, other times.
    void forgetHooked();
    /// Whether a step with hooks is to be timed without them too: where too few were seen, three times at
    /// first, and now and then later.
    [[nodiscard]] bool wantsComparison() const;
    /// Once a few steps of either were timed.
    [[nodiscard]] std::optional<HookCost> cost(std::int64_t imagesOfStep) const;

private:
    std::deque<double> m_with;
    std::deque<double> m_without;
    std::int64_t m_hookedSteps = 0;
};

}  // namespace glyphscope
