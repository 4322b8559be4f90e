// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/spec_edit.h"

#include "model/spec/layer_kinds.h"
#include "model/spec/module_names.h"
#include "model/spec/network_layers.h"
#include "model/spec/presets.h"

#include <algorithm>
#include <array>
#include <utility>

namespace glyphscope {
namespace {

struct Stem {
    LayerKind kind;
    std::string_view name;
};

constexpr auto kStems = std::to_array<Stem>({
    {LayerKind::Conv2d, "conv"},           {LayerKind::Linear, "fc"},
    {LayerKind::BatchNorm2d, "bn"},        {LayerKind::GroupNorm, "gn"},
    {LayerKind::LayerNorm, "ln"},          {LayerKind::ReLU, "relu"},
    {LayerKind::LeakyReLU, "leaky"},       {LayerKind::GELU, "gelu"},
    {LayerKind::Sigmoid, "sigmoid"},       {LayerKind::Tanh, "tanh"},
    {LayerKind::MaxPool2d, "pool"},        {LayerKind::AvgPool2d, "pool"},
    {LayerKind::AdaptiveAvgPool2d, "gap"}, {LayerKind::Dropout, "drop"},
    {LayerKind::Dropout2d, "drop"},        {LayerKind::Flatten, "flatten"},
    {LayerKind::Identity, "identity"},     {LayerKind::Softmax, "soft"},
    {LayerKind::Sequential, "stage"},      {LayerKind::Residual, "res"},
    {LayerKind::Repeat, "block"},
});

struct Start {
    LayerKind kind;
    std::string_view option;
    std::int64_t value;
};

constexpr auto kStarts = std::to_array<Start>({
    {LayerKind::Conv2d, "out_channels", 32},
    {LayerKind::Conv2d, "kernel_size", 3},
    {LayerKind::Conv2d, "padding", 1},
    {LayerKind::Linear, "out_features", 128},
    {LayerKind::GroupNorm, "num_groups", 1},
    {LayerKind::MaxPool2d, "kernel_size", 2},
    {LayerKind::AvgPool2d, "kernel_size", 2},
    {LayerKind::AdaptiveAvgPool2d, "output_size", 1},
    {LayerKind::Repeat, "n", 2},
});

template <typename Network, typename Layers = decltype(&std::declval<Network&>().layers)>
Layers layersIn(Network& network, const SpecPlace& block)
{
    Layers layers = &network.layers;
    for (const std::size_t place : block) {
        if (place >= layers->size())
            return nullptr;
        layers = &(*layers)[place].children;
    }
    return layers;
}

bool isNumber(std::string_view name)
{
    return !name.empty() && std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

bool isTaken(const std::vector<LayerSpec>& siblings, std::string_view name)
{
    return isTakenByPyTorch(name) || isTakenHere(name) ||
           std::ranges::find(siblings, name, &LayerSpec::name) != siblings.end();
}

/// The name without the number at its end.
std::string stemOf(std::string_view name)
{
    while (!name.empty() && name.back() >= '0' && name.back() <= '9')
        name.remove_suffix(1);
    return std::string(name);
}

}  // namespace

std::vector<LayerSpec>* layersAt(NetworkSpec& network, const SpecPlace& block)
{
    return layersIn(network, block);
}

const std::vector<LayerSpec>* layersAt(const NetworkSpec& network, const SpecPlace& block)
{
    return layersIn(network, block);
}

LayerSpec* layerAt(NetworkSpec& network, const SpecPlace& place)
{
    if (place.empty())
        return nullptr;
    std::vector<LayerSpec>* layers = layersAt(network, blockOf(place));
    return layers != nullptr && place.back() < layers->size() ? &(*layers)[place.back()] : nullptr;
}

const LayerSpec* layerAt(const NetworkSpec& network, const SpecPlace& place)
{
    if (place.empty())
        return nullptr;
    const std::vector<LayerSpec>* layers = layersAt(network, blockOf(place));
    return layers != nullptr && place.back() < layers->size() ? &(*layers)[place.back()] : nullptr;
}

SpecPlace blockOf(const SpecPlace& place)
{
    return place.empty() ? place : SpecPlace(place.begin(), place.end() - 1);
}

SpecPlace besides(const SpecPlace& place, int offset)
{
    SpecPlace result = place;
    if (!result.empty())
        result.back() += static_cast<std::size_t>(offset);
    return result;
}

bool insertLayer(NetworkSpec& network, const SpecPlace& place, LayerSpec layer)
{
    std::vector<LayerSpec>* layers = place.empty() ? nullptr : layersAt(network, blockOf(place));
    if (layers == nullptr)
        return false;
    const bool numbered = !layers->empty() && std::ranges::all_of(*layers, [](const LayerSpec& sibling) {
        return isNumber(sibling.name);
    });
    if (numbered || isTaken(*layers, layer.name))
        layer.name = freeName(*layers, stemOf(layer.name));
    layers->insert(layers->begin() + static_cast<std::ptrdiff_t>(std::min(place.back(), layers->size())),
                   std::move(layer));
    return true;
}

bool removeLayer(NetworkSpec& network, const SpecPlace& place)
{
    if (layerAt(network, place) == nullptr)
        return false;
    std::vector<LayerSpec>* layers = layersAt(network, blockOf(place));
    layers->erase(layers->begin() + static_cast<std::ptrdiff_t>(place.back()));
    return true;
}

SpecPlace moveLayer(NetworkSpec& network, const SpecPlace& from, const SpecPlace& to)
{
    const LayerSpec* layer = layerAt(network, from);
    const bool inside = to.size() > from.size() && std::equal(from.begin(), from.end(), to.begin());
    if (layer == nullptr || to.empty() || inside || layersAt(network, blockOf(to)) == nullptr)
        return {};
    LayerSpec moved = *layer;
    removeLayer(network, from);
    SpecPlace target = to;
    // What stood behind the layer among its siblings has moved up by one.
    const std::size_t level = from.size() - 1;
    if (target.size() > level && std::equal(from.begin(), from.end() - 1, target.begin()) &&
        target[level] > from[level])
        --target[level];
    std::vector<LayerSpec>* layers = layersAt(network, blockOf(target));
    target.back() = std::min(target.back(), layers->size());
    insertLayer(network, target, std::move(moved));
    return target;
}

LayerSpec newLayer(std::string_view kind)
{
    const KindInfo* info = kindNamed(kind);
    LayerSpec layer{"layer", std::string(kind), {}, {}};
    if (info == nullptr)
        return layer;
    layer.name = std::ranges::find(kStems, info->kind, &Stem::kind)->name;
    for (const Start& start : kStarts)
        if (start.kind == info->kind)
            layer.options[std::string(start.option)] = start.value;
    return layer;
}

NetworkSpec withClassCount(NetworkSpec network, int classCount)
{
    if (static_cast<int>(network.classes.size()) == classCount)
        return network;
    const std::vector<NetworkLayer> layers = layersOf(network);
    network.classes = numberedClasses(classCount);
    const auto last = std::find_if(layers.rbegin(), layers.rend(), [](const NetworkLayer& layer) {
        return layer.info().shape == ShapeRule::Multiplied || layer.info().shape == ShapeRule::Convolved;
    });
    LayerSpec* layer = last == layers.rend() ? nullptr : layerAt(network, last->place);
    if (layer != nullptr)
        for (const char* option : {"out_features", "out_channels"})
            if (layer->options.contains(option))
                layer->options[option] = std::int64_t{classCount};
    (void)layersOf(network);
    return network;
}

std::string freeName(const std::vector<LayerSpec>& siblings, std::string_view stem)
{
    const bool numbered =
        std::ranges::all_of(siblings, [](const LayerSpec& sibling) { return isNumber(sibling.name); });
    const std::string start = numbered && !siblings.empty() ? std::string() : std::string(stem);
    if (!start.empty() && !isTaken(siblings, start) && isModuleName(start) &&
        std::ranges::none_of(siblings,
                             [&start](const LayerSpec& sibling) { return stemOf(sibling.name) == start; }))
        return start;
    std::size_t number = start.empty() ? 0 : 1;
    while (isTaken(siblings, start + std::to_string(number)))
        ++number;
    return start + std::to_string(number);
}

}  // namespace glyphscope
