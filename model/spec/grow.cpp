// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/grow.h"

#include "model/spec/network_layers.h"
#include "model/spec/spec_of.h"
#include "model/types/class_names.h"
#include "model/types/error.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace glyphscope {
namespace {

using TensorsByName = std::unordered_map<std::string, const NamedTensor*>;

TensorsByName byName(const StateDict& weights)
{
    TensorsByName tensors;
    for (const NamedTensor& tensor : weights.tensors)
        tensors.emplace(tensor.name, &tensor);
    return tensors;
}

/// The tensor of that name and shape; null where there is none.
const NamedTensor* sameTensor(const TensorsByName& tensors, const ParameterShape& wanted)
{
    const auto found = tensors.find(wanted.name);
    return found != tensors.end() && found->second->shape == wanted.shape ? found->second : nullptr;
}

bool isNew(const NetworkLayer& layer, const TensorsByName& current)
{
    return std::ranges::none_of(
        layer.parameters, [&](const ParameterShape& each) { return sameTensor(current, each) != nullptr; });
}

NamedTensor* tensorNamed(StateDict& weights, const std::string& name)
{
    const auto found = std::ranges::find(weights.tensors, name, &NamedTensor::name);
    return found == weights.tensors.end() ? nullptr : &*found;
}

void setToZero(StateDict& weights, const NetworkLayer& layer)
{
    for (const ParameterShape& parameter : layer.parameters)
        if (NamedTensor* tensor = tensorNamed(weights, parameter.name))
            std::ranges::fill(tensor->values, 0.0F);
}

/// Each value of the output is that of the input at the middle of the window, group by group.
void setToIdentity(StateDict& weights, const NetworkLayer& layer)
{
    setToZero(weights, layer);
    NamedTensor* weight = tensorNamed(weights, layer.path + ".weight");
    if (weight == nullptr || weight->shape.size() < 2)
        return;
    const auto rows = static_cast<std::size_t>(weight->shape[0]);
    const auto inputs = static_cast<std::size_t>(weight->shape[1]);
    const std::size_t window = weight->values.size() / (rows * inputs);
    for (std::size_t row = 0; row < rows; ++row)
        weight->values[(row * inputs + row % inputs) * window + window / 2] = 1;
}

bool canBeIdentity(const NetworkLayer& layer)
{
    if (layer.inputShape != layer.outputShape)
        return false;
    return layer.kind == LayerKind::Linear ||
           (layer.kind == LayerKind::Conv2d && layer.option("stride") == 1 &&
            layer.option("kernel_size") % 2 == 1);
}

/// Everything inside the layer at `place`, itself left out, in the order of the tree.
std::vector<const NetworkLayer*> inside(const std::vector<NetworkLayer>& layers, const NetworkLayer& block)
{
    std::vector<const NetworkLayer*> all;
    for (const int child : block.children) {
        const NetworkLayer& layer = layers[static_cast<std::size_t>(child)];
        all.push_back(&layer);
        std::ranges::copy(inside(layers, layer), std::back_inserter(all));
    }
    return all;
}

/// What is in the body of a new Residual; nothing for another module, and for one that holds an old tensor.
std::vector<const NetworkLayer*> newBody(const std::vector<NetworkLayer>& layers, const NetworkLayer& block,
                                         const TensorsByName& current)
{
    if (block.kind != LayerKind::Residual || block.children.empty())
        return {};
    std::vector<const NetworkLayer*> body =
        inside(layers, layers[static_cast<std::size_t>(block.children.front())]);
    const bool isAllNew =
        std::ranges::all_of(body, [&](const NetworkLayer* layer) { return isNew(*layer, current); });
    return isAllNew ? body : std::vector<const NetworkLayer*>();
}

void startAsIdentity(const std::vector<NetworkLayer>& layers, const TensorsByName& current,
                     StateDict& weights)
{
    std::vector<const NetworkLayer*> done;
    for (const NetworkLayer& layer : layers) {
        const std::vector<const NetworkLayer*> body = newBody(layers, layer, current);
        const auto last = std::ranges::find_if(
            body.rbegin(), body.rend(), [](const NetworkLayer* each) { return !each->parameters.empty(); });
        const bool plainShortcut = layer.inputShape == layer.outputShape;
        if (last != body.rend() && plainShortcut)
            setToZero(weights, **last);
        std::ranges::copy(body, std::back_inserter(done));
        const bool isDone = std::ranges::find(done, &layer) != done.end();
        if (!isDone && isNew(layer, current) && canBeIdentity(layer))
            setToIdentity(weights, layer);
    }
}

std::vector<ParameterShape> tensorsOf(const std::vector<NetworkLayer>& layers)
{
    std::vector<ParameterShape> all;
    for (const NetworkLayer& layer : layers) {
        std::ranges::copy(layer.parameters, std::back_inserter(all));
        std::ranges::copy(layer.buffers, std::back_inserter(all));
    }
    return all;
}

}  // namespace

Growth growthOf(const StateDict& current, const NetworkSpec& network)
{
    const TensorsByName tensors = byName(current);
    Growth growth;
    for (const ParameterShape& wanted : stateOf(network))
        if (!isBatchCounter(wanted.name))
            (sameTensor(tensors, wanted) != nullptr ? growth.kept : growth.renewed).push_back(wanted.name);
    return growth;
}

StateDict growWeights(const StateDict& current, const StateDict& fresh, const NetworkSpec& network,
                      NewModules start)
{
    const std::vector<NetworkLayer> layers = layersOf(network);
    const TensorsByName old = byName(current);
    const TensorsByName drawn = byName(fresh);
    StateDict grown;
    grown.metadata = fresh.metadata;
    for (const ParameterShape& wanted : tensorsOf(layers)) {
        if (const NamedTensor* kept = sameTensor(old, wanted))
            grown.tensors.push_back(*kept);
        else if (const NamedTensor* added = sameTensor(drawn, wanted))
            grown.tensors.push_back(*added);
        else if (!isBatchCounter(wanted.name))
            throw Error(GLYPHSCOPE_TEXT("Spec", "The new weights lack the tensor %1."), wanted.name);
    }
    if (start == NewModules::Identity)
        startAsIdentity(layers, old, grown);
    putSpec(network, grown);
    putClassNames(network.classes, grown);
    return grown;
}

}  // namespace glyphscope
