// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/network_layers.h"

#include "model/types/error.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <span>
#include <utility>

namespace glyphscope {
namespace {

constexpr std::string_view kCounter = "num_batches_tracked";

std::int64_t countIn(const ParameterShape& parameter)
{
    return std::accumulate(parameter.shape.begin(), parameter.shape.end(), std::int64_t{1},
                           std::multiplies());
}

std::vector<std::string> namesOf(std::span<const NetworkLayer> layers)
{
    std::vector<std::string> names;
    for (const NetworkLayer& layer : layers)
        for (const ParameterShape& parameter : layer.parameters)
            names.push_back(parameter.name);
    return names;
}

void addAfterChildren(const std::vector<NetworkLayer>& layers, std::size_t place,
                      std::vector<std::size_t>& order)
{
    for (const int child : layers[place].children)
        addAfterChildren(layers, static_cast<std::size_t>(child), order);
    order.push_back(place);
}

bool isInResidual(const std::vector<NetworkLayer>& layers, const NetworkLayer& layer)
{
    for (int at = layer.parent; at >= 0; at = layers[static_cast<std::size_t>(at)].parent)
        if (layers[static_cast<std::size_t>(at)].kind == LayerKind::Residual)
            return true;
    return false;
}

/// What PyTorch's constructor takes before the options: sizes that are inferred here.
std::string inferredArgument(const NetworkLayer& layer)
{
    switch (layer.info().shape) {
    case ShapeRule::Convolved:
    case ShapeRule::Multiplied:
        return std::to_string(layer.inputShape[0]);
    case ShapeRule::Normalised:
        if (layer.kind == LayerKind::LayerNorm && layer.inputShape.size() > 1) {
            std::string sides;
            for (const int side : layer.inputShape)
                sides += (sides.empty() ? "" : ", ") + std::to_string(side);
            return '(' + sides + ')';
        }
        return std::to_string(layer.inputShape[0]);
    default:
        return {};
    }
}

}  // namespace

std::string_view NetworkLayer::name() const
{
    const std::string_view whole = path;
    return whole.substr(whole.rfind('.') + 1);  // npos + 1 is 0
}

std::vector<NetworkLayer> layersOf(const NetworkSpec& network)
{
    NetworkInference inference = infer(network);
    if (!inference.problems.empty())
        throw Error(inference.problems.front().text);
    return std::move(inference.layers);
}

std::vector<std::size_t> forwardOrder(const std::vector<NetworkLayer>& layers)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < layers.size(); ++i)
        if (layers[i].parent < 0)
            addAfterChildren(layers, i, order);
    return order;
}

std::vector<ParameterShape> parametersOf(const NetworkSpec& network)
{
    std::vector<ParameterShape> parameters;
    for (const NetworkLayer& layer : layersOf(network))
        std::ranges::copy(layer.parameters, std::back_inserter(parameters));
    return parameters;
}

std::vector<ParameterShape> stateOf(const NetworkSpec& network)
{
    std::vector<ParameterShape> state;
    for (const NetworkLayer& layer : layersOf(network)) {
        std::ranges::copy(layer.parameters, std::back_inserter(state));
        std::ranges::copy(layer.buffers, std::back_inserter(state));
    }
    return state;
}

bool isBatchCounter(std::string_view tensorName)
{
    return tensorName == kCounter ||
           (tensorName.ends_with(kCounter) && tensorName[tensorName.size() - kCounter.size() - 1] == '.');
}

std::int64_t parameterCount(const NetworkLayer& layer)
{
    return std::transform_reduce(layer.parameters.begin(), layer.parameters.end(), std::int64_t{0},
                                 std::plus(), countIn);
}

NetworkTotals totalsOf(const std::vector<NetworkLayer>& layers)
{
    NetworkTotals totals;
    for (const NetworkLayer& layer : layers) {
        totals.parameters += parameterCount(layer);
        totals.multiplyAdds += layer.multiplyAdds;
        if (!layer.isBlock() && !layer.outputShape.empty())
            totals.values += valuesIn(layer.outputShape);
        ++totals.modules;
    }
    return totals;
}

std::int64_t valuesIn(const std::vector<int>& shape)
{
    return std::transform_reduce(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies{},
                                 [](int side) { return std::int64_t{side}; });
}

std::string sizeText(const std::vector<int>& shape)
{
    std::string text;
    for (const int side : shape)
        text += (text.empty() ? "" : "x") + std::to_string(side);
    return text;
}

std::size_t dropoutPlace(const std::vector<NetworkLayer>& layers)
{
    for (std::size_t i = layers.size(); i-- > 0;)
        if (layers[i].kind == LayerKind::Linear)
            return i;
    return layers.size();
}

const NetworkLayer& lastLayerWithMaps(const std::vector<NetworkLayer>& layers)
{
    const NetworkLayer* last = nullptr;
    for (const std::size_t place : forwardOrder(layers)) {
        const NetworkLayer& layer = layers[place];
        const bool own = !layer.isBlock() && !isInResidual(layers, layer);
        if (layer.hasMaps() && !layer.info().isPool() && (own || layer.kind == LayerKind::Residual))
            last = &layer;
    }
    if (last == nullptr)
        throw Error(GLYPHSCOPE_TEXT("Spec", "No layer of this network has maps."));
    return *last;
}

std::vector<std::string> convolutionParameters(const NetworkSpec& network)
{
    std::vector<NetworkLayer> layers = layersOf(network);
    std::erase_if(layers, [](const NetworkLayer& layer) { return layer.kind != LayerKind::Conv2d; });
    return namesOf(layers);
}

std::vector<std::string> parametersBeforeTheLastLayer(const NetworkSpec& network)
{
    std::vector<NetworkLayer> layers = layersOf(network);
    std::erase_if(layers, [](const NetworkLayer& layer) { return layer.parameters.empty(); });
    if (!layers.empty())
        layers.pop_back();
    return namesOf(layers);
}

std::string layerText(const NetworkLayer& layer)
{
    const KindInfo& kind = layer.info();
    std::string inside = kind.kind == LayerKind::GroupNorm ? std::string() : inferredArgument(layer);
    const auto add = [&inside](const std::string& part) { inside += (inside.empty() ? "" : ", ") + part; };
    bool positional = true;
    for (const KindOption& option : kind.options) {
        const std::string value = optionTextOf(layer.spec, option.name);
        const bool leads = !option.usual || kind.shape == ShapeRule::Same;  // Dropout(0.5), Softmax(dim=1)
        positional = positional && leads && option.name != "dim" && option.name != "negative_slope";
        if (positional)
            add(value);
        else if (!isUsual(layer.spec, option) || option.name == "dim")
            add(std::string(option.name) + '=' + value);
        if (kind.kind == LayerKind::GroupNorm && option.name == "num_groups")
            add(inferredArgument(layer));
    }
    if (kind.isBlock())
        return layer.spec.kind + (inside.empty() ? "" : '(' + inside + ')');
    return layer.spec.kind + '(' + inside + ')';
}

}  // namespace glyphscope
