// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/presets.h"
#include "model/spec/spec_of.h"
#include "model/types/raster.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace glyphscope::test {

/// Weights of a SimpleCNN, some of every size and sign, settled by the seed.
inline StateDict plainWeights(int classCount, std::uint32_t seed)
{
    StateDict weights;
    std::uint32_t state = seed;
    const auto next = [&state] {
        state = state * 1664525U + 1013904223U;
        return static_cast<float>(state >> 8) / 8388608.0F - 1.0F;
    };
    for (const ParameterShape& parameter : parametersOf(shippedNetwork(classCount))) {
        std::int64_t count = 1;
        for (const std::int64_t size : parameter.shape)
            count *= size;
        const auto inputs = static_cast<float>(count / parameter.shape[0]);
        NamedTensor tensor{parameter.name, parameter.shape, {}};
        for (std::int64_t i = 0; i < count; ++i)
            tensor.values.push_back(1.7F * next() / std::sqrt(inputs));
        weights.tensors.push_back(std::move(tensor));
    }
    return weights;
}

/// The values of every module by the definition of each, in double precision.
inline std::map<std::string, std::vector<double>> plainForward(const StateDict& weights, const Glyph& glyph)
{
    using Values = std::vector<double>;
    const auto values = [&](const std::string& name) { return weights.find(name)->values; };
    const auto convolve = [&](const Values& input, int in, int side, const std::string& name) {
        const std::vector<float> w = values(name + ".weight");
        const std::vector<float> b = values(name + ".bias");
        const int out = static_cast<int>(b.size());
        Values output;
        for (int o = 0; o < out; ++o)
            for (int y = 0; y < side; ++y)
                for (int x = 0; x < side; ++x) {
                    double sum = b[static_cast<std::size_t>(o)];
                    for (int i = 0; i < in; ++i)
                        for (int ky = 0; ky < 3; ++ky)
                            for (int kx = 0; kx < 3; ++kx) {
                                const int v = y + ky - 1;
                                const int u = x + kx - 1;
                                if (v >= 0 && v < side && u >= 0 && u < side)
                                    sum += input[static_cast<std::size_t>((i * side + v) * side + u)] *
                                           w[static_cast<std::size_t>(((o * in + i) * 3 + ky) * 3 + kx)];
                            }
                    output.push_back(sum);
                }
        return output;
    };
    const auto relu = [](Values input) {
        for (double& value : input)
            value = std::max(value, 0.0);
        return input;
    };
    const auto pool = [](const Values& input, int maps, int side) {
        Values output;
        for (int m = 0; m < maps; ++m)
            for (int y = 0; y < side; y += 2)
                for (int x = 0; x < side; x += 2) {
                    const auto at = [&](int v, int u) {
                        return input[static_cast<std::size_t>((m * side + v) * side + u)];
                    };
                    output.push_back(std::max({at(y, x), at(y, x + 1), at(y + 1, x), at(y + 1, x + 1)}));
                }
        return output;
    };
    const auto multiply = [&](const Values& input, const std::string& name) {
        const std::vector<float> w = values(name + ".weight");
        const std::vector<float> b = values(name + ".bias");
        Values output(b.begin(), b.end());
        for (std::size_t o = 0; o < output.size(); ++o)
            for (std::size_t i = 0; i < input.size(); ++i)
                output[o] += input[i] * w[o * input.size() + i];
        return output;
    };
    std::map<std::string, Values> result;
    for (const std::uint8_t byte : glyph)
        result["input"].push_back((byte / 255.0 - 0.1307) / 0.3081);
    result["conv1"] = convolve(result["input"], 1, 28, "conv1");
    result["relu1"] = relu(result["conv1"]);
    result["pool1"] = pool(result["relu1"], 32, 28);
    result["conv2"] = convolve(result["pool1"], 32, 14, "conv2");
    result["relu2"] = relu(result["conv2"]);
    result["pool2"] = pool(result["relu2"], 64, 14);
    result["flatten"] = result["pool2"];
    result["fc1"] = multiply(result["flatten"], "fc1");
    result["relu3"] = relu(result["fc1"]);
    result["fc2"] = multiply(result["relu3"], "fc2");
    return result;
}

}  // namespace glyphscope::test
