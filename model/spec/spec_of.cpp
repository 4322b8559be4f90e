// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/spec_of.h"

#include "model/spec/presets.h"
#include "model/spec/spec_json.h"
#include "model/types/error.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

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
std::vector<Message> mismatches(const StateDict& weights, const std::vector<ParameterShape>& expected)
{
    std::vector<Message> lines;
    for (const ParameterShape& parameter : expected) {
        const NamedTensor* tensor = weights.find(parameter.name);
        if (tensor == nullptr && isBatchCounter(parameter.name))
            continue;  // PyTorch before 0.4.1 had none
        if (tensor == nullptr)
            lines.emplace_back(GLYPHSCOPE_TEXT("Spec", "missing: %1"), parameter.name);
        else if (tensor->shape != parameter.shape)
            lines.emplace_back(
                GLYPHSCOPE_TEXT("Spec", "size mismatch for %1: %2 in the weights, %3 in the network"),
                parameter.name, shapeText(tensor->shape), shapeText(parameter.shape));
    }
    for (const NamedTensor& tensor : weights.tensors)
        if (std::ranges::find(expected, tensor.name, &ParameterShape::name) == expected.end())
            lines.emplace_back(GLYPHSCOPE_TEXT("Spec", "unexpected: %1"), tensor.name);
    return lines;
}

/// The preset whose tensors these are, by names and shapes, with as many classes as its last has values.
std::optional<NetworkSpec> presetOf(const StateDict& weights)
{
    for (const Preset& preset : presets()) {
        const std::vector<ParameterShape> state = stateOf(preset.make(static_cast<int>(kLeastClasses)));
        const NamedTensor* last = weights.find(state.back().name);
        if (last == nullptr || last->shape.empty() || last->shape[0] < kLeastClasses ||
            last->shape[0] > static_cast<std::int64_t>(SpecLimits::kClasses))
            continue;
        NetworkSpec network = preset.make(static_cast<int>(last->shape[0]));
        if (mismatches(weights, stateOf(network)).empty())
            return network;
    }
    return std::nullopt;
}

}  // namespace

NetworkSpec specOf(const StateDict& weights)
{
    if (const auto noted = weights.metadata.find(kNetworkKey); noted != weights.metadata.end())
        return decodeSpec(noted->second,
                          Message(GLYPHSCOPE_TEXT("Spec", "The weights' \"%1\""), kNetworkKey));
    if (std::optional<NetworkSpec> preset = presetOf(weights))
        return std::move(*preset);
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
    std::vector<Message> lines = mismatches(weights, stateOf(network));
    if (lines.empty())
        return;
    if (lines.size() > kMostLines) {
        const Message more(GLYPHSCOPE_TEXT("Spec", "and %1 more"), lines.size() - kMostLines);
        lines.resize(kMostLines);
        lines.push_back(more);
    }
    Message list(GLYPHSCOPE_TEXT("Spec", "These weights are not those of a %1 with %2 classes:"),
                 titleOf(network), network.classes.size());
    for (const Message& line : lines)
        list = Message(GLYPHSCOPE_TEXT("Spec", "%1\n  %2"), list, line);
    throw Error(list);
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
