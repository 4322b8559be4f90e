// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

namespace glyphscope {

/// Tells from the losses of a run whether it still learns or is breaking down: a loss may explode for many
/// steps before it stops being finite.
class LossWatch {
public:
    /// Takes the next step's loss. Whether it and the smoothed loss are finite and not far above the lowest
    /// that the smoothed loss has been.
    [[nodiscard]] bool sane(double loss);

    /// From now on losses cannot be compared with earlier ones: what they measure was changed.
    void forget() { *this = LossWatch(); }

private:
    double m_sum = 0;
    double m_weight = 0;
    double m_lowest = std::numeric_limits<double>::infinity();
};

}  // namespace glyphscope
