// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/class_target.h"
#include "model/types/module_output.h"
#include "model/types/raster.h"

#include <cstdint>
#include <string>
#include <vector>

namespace glyphscope {

/// The gradient of one score at every module's output, for one glyph, by full backward hooks.
struct GradientReading {
    ClassTarget target;  ///< resolved: target is never -1
    float score = 0;
    std::vector<ModuleOutput> modules;  ///< in forward order; values are d score / d output
    std::vector<float> input;           ///< 28x28: d score / d network input
    double milliseconds = 0;
    Glyph glyph{};  ///< what was read
};

/// How gradients flow through the network in one training step.
struct GradientFlow {
    struct Layer {
        std::string module;
        double outputGradient = 0;  ///< Euclidean norm of d loss / d output over the probed images
        double weightGradient = 0;  ///< of d loss / d weight and bias; 0 for a module without
        double weights = 0;         ///< norm of weight and bias
        double dead = 0;  ///< of a ReLU: share of its channels that are 0 for every probed image; else 0
    };
    struct Parameter {
        std::string name;     ///< "conv1.weight"
        double gradient = 0;  ///< norm of d loss / d parameter
    };
    std::int64_t step = 0;
    int images = 0;  ///< how many were probed
    std::vector<Layer> layers;
    std::vector<Parameter> parameters;
};

}  // namespace glyphscope
