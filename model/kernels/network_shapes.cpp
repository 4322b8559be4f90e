// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/kernels/network_shapes.h"

#include "model/types/error.h"

#include <algorithm>

namespace glyphscope {
namespace {

std::string shapeText(const std::vector<std::int64_t>& shape)
{
    std::string text;
    for (const std::int64_t size : shape)
        text += (text.empty() ? "" : ", ") + std::to_string(size);
    return '[' + text + ']';
}

/// Every way in which `weights` does not fit, a line each.
std::string mismatches(const StateDict& weights, const std::vector<ParameterShape>& expected)
{
    std::string lines;
    for (const ParameterShape& parameter : expected) {
        const NamedTensor* tensor = weights.find(parameter.name);
        if (tensor == nullptr)
            lines += "\n  missing: " + parameter.name;
        else if (tensor->shape != parameter.shape)
            lines += "\n  size mismatch for " + parameter.name + ": " + shapeText(tensor->shape) +
                     " in the weights, " + shapeText(parameter.shape) + " in the network";
    }
    for (const NamedTensor& tensor : weights.tensors)
        if (std::ranges::find(expected, tensor.name, &ParameterShape::name) == expected.end())
            lines += "\n  unexpected: " + tensor.name;
    return lines;
}

}  // namespace

std::vector<ParameterShape> parametersOfSimpleCnn(int classCount)
{
    return {{"conv1.weight", {32, 1, 3, 3}},   {"conv1.bias", {32}},
            {"conv2.weight", {64, 32, 3, 3}},  {"conv2.bias", {64}},
            {"fc1.weight", {256, 64 * 7 * 7}}, {"fc1.bias", {256}},
            {"fc2.weight", {classCount, 256}}, {"fc2.bias", {classCount}}};
}

void checkSimpleCnn(const StateDict& weights, int classCount)
{
    if (const std::string lines = mismatches(weights, parametersOfSimpleCnn(classCount)); !lines.empty())
        throw Error("These weights are not those of a SimpleCNN with " + std::to_string(classCount) +
                    " classes:" + lines);
}

int classCountOf(const StateDict& weights)
{
    const NamedTensor* bias = weights.find("fc2.bias");
    if (bias == nullptr || bias->shape.size() != 1 || bias->shape[0] < 2 || bias->shape[0] > 256)
        throw Error(
            "These weights are not those of a SimpleCNN: fc2.bias is missing or has no sensible length.");
    return static_cast<int>(bias->shape[0]);
}

}  // namespace glyphscope
