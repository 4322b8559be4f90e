// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/spec_of.h"

#include "model/spec/presets.h"
#include "model/spec/spec_json.h"
#include "model/types/error.h"

#include <algorithm>
#include <cstddef>

namespace glyphscope {
namespace {

constexpr std::size_t kMostLines = 16;  // another network altogether may have hundreds
constexpr std::int64_t kLeastClasses = 2;

std::string shapeText(const std::vector<std::int64_t>& shape)
{
    std::string text;
    for (const std::int64_t size : shape)
        text += (text.empty() ? "" : ", ") + std::to_string(size);
    return '[' + text + ']';
}

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

NetworkSpec specOf(const StateDict& weights)
{
    if (const auto noted = weights.metadata.find(kNetworkKey); noted != weights.metadata.end())
        return decodeSpec(noted->second, "The weights' \"" + std::string(kNetworkKey) + '"');
    const NetworkSpec usual = shippedNetwork();
    const NamedTensor* bias = weights.find(parametersOf(usual).back().name);
    if (bias != nullptr && bias->shape.size() == 1 && bias->shape[0] >= kLeastClasses &&
        bias->shape[0] <= static_cast<std::int64_t>(SpecLimits::kClasses))
        return shippedNetwork(static_cast<int>(bias->shape[0]));
    checkWeights(weights, usual);  // which they are not
    return usual;
}

void putSpec(const NetworkSpec& network, StateDict& weights)
{
    weights.metadata[kNetworkKey] = encodeSpec(network);
}

void checkWeights(const StateDict& weights, const NetworkSpec& network)
{
    const std::vector<std::string> lines = mismatches(weights, parametersOf(network));
    if (lines.empty())
        return;
    std::string text = "These weights are not those of a " + titleOf(network) + " with " +
                       std::to_string(network.classes.size()) + " classes:";
    for (std::size_t i = 0; i < std::min(lines.size(), kMostLines); ++i)
        text += "\n  " + lines[i];
    if (lines.size() > kMostLines)
        text += "\n  and " + std::to_string(lines.size() - kMostLines) + " more";
    throw Error(text);
}

NetworkSpec checkedSpecOf(const StateDict& weights)
{
    NetworkSpec network = specOf(weights);
    checkWeights(weights, network);
    return network;
}

int classCountOf(const StateDict& weights)
{
    return static_cast<int>(specOf(weights).classes.size());
}

}  // namespace glyphscope
