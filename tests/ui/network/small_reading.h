// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/prediction.h"
#include "model/types/unit_explanation.h"

#include <cmath>
#include <numeric>

namespace glyphscope::test {

/// Values that differ everywhere and take both signs.
inline ModuleOutput wave(const char* name, const char* kind, std::vector<int> shape, bool signedValues)
{
    ModuleOutput output{.name = name, .kind = kind, .shape = std::move(shape), .values = {}};
    output.values.resize(static_cast<std::size_t>(
        std::accumulate(output.shape.begin(), output.shape.end(), 1, std::multiplies{})));
    for (std::size_t i = 0; i < output.values.size(); ++i) {
        const float value = std::sin(static_cast<float>(i) * 0.7F) * 2;
        output.values[i] = signedValues ? value : std::max(value, 0.0F);
    }
    return output;
}

/// A reading by a network like SimpleCNN, but narrower: conv1 has 4 channels, fc1 16 values, fc2 10.
inline Reading smallReading()
{
    Reading reading;
    reading.input = wave("input", "", {784}, true).values;
    reading.glyph[28 * 14 + 14] = 255;
    reading.modules = {wave("conv1", "Conv2d(1, 4, 3, padding=1)", {4, 28, 28}, true),
                       wave("relu1", "ReLU()", {4, 28, 28}, false),
                       wave("pool1", "MaxPool2d(2, 2)", {4, 14, 14}, false),
                       wave("flatten", "Flatten()", {784}, false),
                       wave("fc1", "Linear(784, 16)", {16}, true),
                       wave("relu3", "ReLU()", {16}, false),
                       wave("fc2", "Linear(16, 10)", {10}, true)};
    reading.prediction.verdict = Verdict::Digit;
    reading.prediction.logits = reading.modules.back().values;
    reading.prediction.probabilities = {0.05F, 0.05F, 0.05F, 0.05F, 0.05F, 0.05F, 0.05F, 0.55F, 0.05F, 0.05F};
    reading.prediction.best = 7;
    reading.prediction.second = 0;
    return reading;
}

/// Of a value that came about from one of conv1: channel 1, y 2, x 3.
inline UnitExplanation explanationOf(const UnitAddress& unit)
{
    UnitExplanation explanation;
    explanation.unit = unit;
    explanation.form = UnitExplanation::Form::Relu;
    explanation.inputModule = "conv1";
    explanation.terms.push_back({.channel = 1, .y = 2, .x = 3, .value = 0.5F});
    explanation.result = 0.5;
    explanation.torchValue = 0.5F;
    explanation.receptiveField = {2, 1, 3, 3};
    return explanation;
}

}  // namespace glyphscope::test
