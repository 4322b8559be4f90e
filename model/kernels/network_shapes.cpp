// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/kernels/network_shapes.h"

#include "model/kernels/network_sizes.h"
#include "model/types/error.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace glyphscope {
namespace {

std::string shapeText(const std::vector<std::int64_t>& shape)
{
    std::string text;
    for (const std::int64_t size : shape)
        text += (text.empty() ? "" : ", ") + std::to_string(size);
    return '[' + text + ']';
}

constexpr std::size_t kMostLines = 16;  // another network altogether may have hundreds
constexpr int kDigits = 10;

/// Every way in which `weights` does not fit, a line each.
std::vector<std::string> mismatches(const StateDict& weights, const std::vector<ParameterShape>& expected)
{
    std::vector<std::string> lines;
    for (const ParameterShape& parameter : expected) {
        const NamedTensor* tensor = weights.find(parameter.name);
        if (tensor == nullptr)
            lines.push_back("missing: " + parameter.name);
        else if (tensor->shape != parameter.shape)
            lines.push_back("size mismatch for " + parameter.name + ": " + shapeText(tensor->shape) +
                            " in the weights, " + shapeText(parameter.shape) + " in the network");
    }
    for (const NamedTensor& tensor : weights.tensors)
        if (std::ranges::find(expected, tensor.name, &ParameterShape::name) == expected.end())
            lines.push_back("unexpected: " + tensor.name);
    return lines;
}

}  // namespace

std::vector<ParameterShape> parametersOfSimpleCnn(int classCount)
{
    using namespace kernels;
    return {{"conv1.weight", {kMaps1, 1, kKernel, kKernel}},
            {"conv1.bias", {kMaps1}},
            {"conv2.weight", {kMaps2, kMaps1, kKernel, kKernel}},
            {"conv2.bias", {kMaps2}},
            {"fc1.weight", {kHidden, kFlat}},
            {"fc1.bias", {kHidden}},
            {"fc2.weight", {classCount, kHidden}},
            {"fc2.bias", {classCount}}};
}

void checkSimpleCnn(const StateDict& weights, int classCount)
{
    const std::vector<std::string> lines = mismatches(weights, parametersOfSimpleCnn(classCount));
    if (lines.empty())
        return;
    std::string text =
        "These weights are not those of a SimpleCNN with " + std::to_string(classCount) + " classes:";
    for (std::size_t i = 0; i < std::min(lines.size(), kMostLines); ++i)
        text += "\n  " + lines[i];
    if (lines.size() > kMostLines)
        text += "\n  and " + std::to_string(lines.size() - kMostLines) + " more";
    throw Error(text);
}

int classCountOf(const StateDict& weights)
{
    const NamedTensor* bias = weights.find("fc2.bias");
    if (bias != nullptr && bias->shape.size() == 1 && bias->shape[0] >= 2 && bias->shape[0] <= 256)
        return static_cast<int>(bias->shape[0]);
    checkSimpleCnn(weights, kDigits);  // which they are not
    return kDigits;
}

}  // namespace glyphscope
