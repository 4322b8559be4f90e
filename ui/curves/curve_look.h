// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/quantity.h"

#include <vector>

namespace glyphscope {

/// How the user wants the curves to look; worth remembering.
struct CurveLook {
    std::vector<Quantity> shown{Quantity::Accuracy, Quantity::Loss};  ///< what was chosen last is last
    std::vector<Quantity> logarithmic;
    CurveAxis axis = CurveAxis::Step;
    double smoothing = 0.6;  ///< in [0, 0.999]

    friend bool operator==(const CurveLook&, const CurveLook&) = default;
};

}  // namespace glyphscope
