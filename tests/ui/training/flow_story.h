// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/gradients.h"

namespace glyphscope::test {

/// Three modules, of which the second is a ReLU; all of them well.
inline GradientFlow flowAt(std::int64_t step, double outputGradient = 0.01)
{
    GradientFlow flow;
    flow.step = step;
    flow.images = 64;
    for (const char* name : {"conv1", "relu1", "fc2"}) {
        GradientFlow::Layer layer;
        layer.module = name;
        layer.outputGradient = outputGradient;
        if (layer.module != "relu1") {
            layer.weights = 4;
            layer.weightGradient = 0.02;
        }
        flow.layers.push_back(layer);
    }
    return flow;
}

}  // namespace glyphscope::test
