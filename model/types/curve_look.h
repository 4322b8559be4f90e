// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

namespace glyphscope {

/// What is plotted over the steps of a run.
enum class Quantity { Loss, Accuracy, LearningRate, GradientNorm, ImagesPerSecond };

inline constexpr std::array kQuantities{Quantity::Loss, Quantity::Accuracy, Quantity::LearningRate,
                                        Quantity::GradientNorm, Quantity::ImagesPerSecond};

/// What it is plotted against.
enum class CurveAxis { Step, Epoch, Time };

/// How the user wants the curves to look; worth remembering.
struct CurveLook {
    std::vector<Quantity> shown{Quantity::Accuracy, Quantity::Loss};  ///< what was chosen last is last
    std::vector<Quantity> logarithmic;
    CurveAxis axis = CurveAxis::Step;
    double smoothing = 0.6;  ///< in [0, 0.999]

    friend bool operator==(const CurveLook&, const CurveLook&) = default;
};

}  // namespace glyphscope
