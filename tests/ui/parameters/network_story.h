// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/network_description.h"
#include "model/types/prediction.h"

#include <cmath>
#include <cstdint>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

namespace glyphscope::test {

inline std::int64_t product(const std::vector<std::int64_t>& shape)
{
    return std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
}

/// SimpleCNN as it is registered.
inline NetworkDescription simpleCnn()
{
    NetworkDescription network;
    network.modules.push_back({.name = "", .kind = "SimpleCNN", .parent = "", .outputShape = {10}});
    const auto module = [&](const std::string& name, const std::string& kind, std::vector<int> shape) {
        const std::int64_t values =
            std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
        network.modules.push_back({.name = name,
                                   .kind = kind,
                                   .parent = "",
                                   .outputShape = std::move(shape),
                                   .outputBytes = 4 * values});
    };
    const auto parameter = [&](const std::string& name, std::vector<std::int64_t> shape, std::int64_t uses) {
        const std::int64_t count = product(shape);
        network.parameters.push_back({.name = name,
                                      .shape = std::move(shape),
                                      .dtype = "float32",
                                      .device = "cpu",
                                      .count = count,
                                      .multiplyAdds = count * uses,
                                      .bytes = 4 * count});
        for (ModuleInfo* owner : {&network.modules.front(), &network.modules.back()}) {
            owner->parameters += count;
            owner->multiplyAdds += count * uses;
            owner->parameterBytes += 4 * count;
        }
    };
    module("conv1", "Conv2d(1, 32, 3, padding=1)", {32, 28, 28});
    parameter("conv1.weight", {32, 1, 3, 3}, 784);
    parameter("conv1.bias", {32}, 0);
    module("relu1", "ReLU()", {32, 28, 28});
    module("pool1", "MaxPool2d(2, 2)", {32, 14, 14});
    module("conv2", "Conv2d(32, 64, 3, padding=1)", {64, 14, 14});
    parameter("conv2.weight", {64, 32, 3, 3}, 196);
    parameter("conv2.bias", {64}, 0);
    module("relu2", "ReLU()", {64, 14, 14});
    module("pool2", "MaxPool2d(2, 2)", {64, 7, 7});
    module("flatten", "Flatten()", {3136});
    module("fc1", "Linear(3136, 256)", {256});
    parameter("fc1.weight", {256, 3136}, 1);
    parameter("fc1.bias", {256}, 0);
    module("relu3", "ReLU()", {256});
    module("fc2", "Linear(256, 10)", {10});
    parameter("fc2.weight", {10, 256}, 1);
    parameter("fc2.bias", {10}, 0);
    return network;
}

/// Bell-shaped values; `mean` moves them.
inline ParameterStatistics statisticsNamed(const std::string& name, double mean)
{
    ParameterStatistics result;
    result.name = name;
    result.values = {.count = 4000,
                     .zeros = 3,
                     .mean = mean,
                     .deviation = 0.05,
                     .low = static_cast<float>(mean - 0.2),
                     .high = static_cast<float>(mean + 0.25),
                     .norm = 3.25};
    result.histogram.low = result.values.low;
    result.histogram.high = result.values.high;
    for (int i = 0; i < 48; ++i) {
        const double x = (i - 21.0) / 7;
        result.histogram.counts.push_back(static_cast<std::int64_t>(230 * std::exp(-x * x / 2)));
    }
    return result;
}

/// Of every parameter; the mean of the i-th is `first` + i * `step`.
inline std::vector<ParameterStatistics> statisticsOfAll(double first, double step)
{
    std::vector<ParameterStatistics> all;
    for (const ParameterInfo& parameter : simpleCnn().parameters)
        all.push_back(statisticsNamed(parameter.name, first + step * static_cast<double>(all.size())));
    return all;
}

/// A reading whose i-th module took (i + 1) * `microseconds`, with values from -1 to its number.
inline Reading readingOf(double microseconds)
{
    Reading reading;
    reading.prediction.verdict = Verdict::Digit;
    reading.input.assign(kGlyphPixels, 0.5F);
    for (const ModuleInfo& module : simpleCnn().modules) {
        if (module.name.empty())
            continue;
        ModuleOutput output{.name = module.name,
                            .kind = module.kind,
                            .shape = module.outputShape,
                            .values = std::vector<float>(static_cast<std::size_t>(module.outputBytes / 4))};
        const auto number = static_cast<double>(reading.modules.size() + 1);
        output.values.front() = -1;
        output.values.back() = static_cast<float>(number);
        output.microseconds = number * microseconds;
        reading.microseconds += output.microseconds;
        reading.modules.push_back(std::move(output));
    }
    reading.microseconds *= 1.1;
    return reading;
}

}  // namespace glyphscope::test
