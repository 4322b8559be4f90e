// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/network_description.h"
#include "model/types/prediction.h"

#include <numeric>

/// A small network, drawings and hooks for the tests of the hooks panel.
namespace glyphscope::test {

inline ModuleOutput output(const std::string& name, const std::string& kind, std::vector<int> shape)
{
    ModuleOutput output{.name = name, .kind = kind, .shape = std::move(shape), .values = {}};
    const int count = std::accumulate(output.shape.begin(), output.shape.end(), 1, std::multiplies<>());
    output.values.assign(static_cast<std::size_t>(count), 0.5F);
    return output;
}

inline std::vector<ModuleOutput> outputs()
{
    return {output("conv1", "Conv2d(1, 32, 3, padding=1)", {32, 28, 28}),
            output("pool1", "MaxPool2d(2, 2)", {32, 14, 14}),
            output("conv2", "Conv2d(32, 64, 3, padding=1)", {64, 14, 14}), output("relu3", "ReLU()", {256}),
            output("fc2", "Linear(256, 10)", {10})};
}

inline NetworkDescription network()
{
    NetworkDescription network;
    network.modules.push_back({.name = "", .kind = "SimpleCNN", .parent = "", .outputShape = {10}});
    std::vector<int> input{1, 28, 28};
    for (const ModuleOutput& each : outputs()) {
        network.modules.push_back({.name = each.name,
                                   .kind = each.kind,
                                   .parent = "",
                                   .outputShape = each.shape,
                                   .inputShape = input});
        input = each.shape;
    }
    return network;
}

inline Prediction prediction(int best, float probability)
{
    Prediction prediction;
    prediction.verdict = Verdict::Digit;
    prediction.best = best;
    prediction.probabilities.assign(10, (1 - probability) / 9);
    prediction.probabilities[static_cast<std::size_t>(best)] = probability;
    return prediction;
}

inline Reading reading(int best, float probability)
{
    Reading reading;
    reading.prediction = prediction(best, probability);
    reading.glyph[400] = static_cast<std::uint8_t>(100 + best);
    reading.input.assign(kGlyphPixels, static_cast<float>(best));
    reading.modules = outputs();
    return reading;
}

inline HookSpec spec(HookKind kind, const std::string& module, HookAction action, int channel = -1,
                     double amount = 0)
{
    HookSpec spec;
    spec.kind = kind;
    spec.module = module;
    spec.action = action;
    spec.channel = channel;
    spec.amount = amount;
    return spec;
}

inline std::vector<HookSpec> numbered(std::vector<HookSpec> specs)
{
    for (std::size_t i = 0; i < specs.size(); ++i)
        specs[i].id = i + 1;
    return specs;
}

inline HookEvent event(const std::string& module, const std::string& pass, HookKind kind = HookKind::Forward)
{
    HookEvent event;
    event.id = 1;
    event.kind = kind;
    event.module = module;
    event.pass = pass;
    event.shape = {32, 28, 28};
    event.value.count = 25088;
    event.value.mean = 0.25;
    event.value.deviation = 0.5;
    event.value.low = -1;
    event.value.high = 2;
    event.microseconds = 3.5;
    return event;
}

}  // namespace glyphscope::test
