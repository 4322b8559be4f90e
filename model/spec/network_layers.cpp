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

constexpr std::int64_t kMostParameters = 50'000'000;
constexpr std::int64_t kMostMultiplyAdds = 1'000'000'000;

std::string sizeText(const std::vector<int>& shape)
{
    std::string text;
    for (const int side : shape)
        text += (text.empty() ? "" : "x") + std::to_string(side);
    return text;
}

std::int64_t valuesIn(const std::vector<int>& shape)
{
    return std::transform_reduce(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies{},
                                 [](int side) { return std::int64_t{side}; });
}

[[noreturn]] void failMultiplyAdds(const NetworkLayer& layer)
{
    throw Error(
        GLYPHSCOPE_TEXT(
            "Spec", "%1: an image takes more than 1 billion multiply-adds, which is this program's limit."),
        layer.path);
}

void wantMaps(const NetworkLayer& layer)
{
    if (layer.inputShape.size() != 3)
        throw Error(
            GLYPHSCOPE_TEXT("Spec", "%1: %2 expects maps, but %3 values come in. Put it before the Flatten."),
            layer.path, layer.spec.kind, sizeText(layer.inputShape));
}

/// How many places a window has along a side. PyTorch rounds down.
int placesAlong(const NetworkLayer& layer, int side)
{
    const std::int64_t room = side + 2 * layer.option("padding") - layer.option("kernel_size");
    if (room < 0)
        throw Error(
            GLYPHSCOPE_TEXT(
                "Spec",
                "%1: the kernel of %2 pixels is larger than the padded input of %3. Take a smaller one."),
            layer.path, layer.option("kernel_size"), side + 2 * layer.option("padding"));
    return static_cast<int>(room / layer.option("stride") + 1);
}

void convolve(NetworkLayer& layer)
{
    wantMaps(layer);
    const std::int64_t out = layer.option("out_channels");
    const std::int64_t kernel = layer.option("kernel_size");
    const int in = layer.inputShape[0];
    layer.outputShape = {static_cast<int>(out), placesAlong(layer, layer.inputShape[1]),
                         placesAlong(layer, layer.inputShape[2])};
    const double products = static_cast<double>(valuesIn(layer.outputShape)) * in *
                            static_cast<double>(kernel) * static_cast<double>(kernel);
    if (products > kMostMultiplyAdds)  // before they are counted in whole numbers, which end
        failMultiplyAdds(layer);
    layer.parameters = {{layer.path + ".weight", {out, in, kernel, kernel}}, {layer.path + ".bias", {out}}};
    layer.multiplyAdds = valuesIn(layer.outputShape) * in * kernel * kernel;
}

void pool(NetworkLayer& layer)
{
    wantMaps(layer);
    if (2 * layer.option("padding") > layer.option("kernel_size"))
        throw Error(GLYPHSCOPE_TEXT("Spec", "%1: the padding must be at most half the kernel_size."),
                    layer.path);
    layer.outputShape = {layer.inputShape[0], placesAlong(layer, layer.inputShape[1]),
                         placesAlong(layer, layer.inputShape[2])};
}

void multiply(NetworkLayer& layer)
{
    if (layer.inputShape.size() != 1)
        throw Error(
            GLYPHSCOPE_TEXT("Spec",
                            "%1: Linear expects a flat input, but %2 comes in. Insert a Flatten before it."),
            layer.path, sizeText(layer.inputShape));
    const std::int64_t out = layer.option("out_features");
    const std::int64_t in = layer.inputShape[0];
    layer.outputShape = {static_cast<int>(out)};
    layer.parameters = {{layer.path + ".weight", {out, in}}, {layer.path + ".bias", {out}}};
    layer.multiplyAdds = out * in;
}

/// Options that the kind does not have, and children where there can be none.
void checkOptions(const NetworkLayer& layer)
{
    for (const auto& [name, value] : layer.spec.options)
        (void)layer.option(name);
    for (const KindOption& option : kindOf(layer.spec).options)
        (void)layer.option(option.name);
    if (!layer.spec.children.empty())
        throw Error(GLYPHSCOPE_TEXT("Spec", "%1: %2 has no children."), layer.path, layer.spec.kind);
}

NetworkLayer inferred(const LayerSpec& spec, std::vector<int> input)
{
    NetworkLayer layer;
    layer.path = spec.name;
    layer.kind = kindOf(spec).kind;
    layer.spec = spec;
    layer.inputShape = std::move(input);
    checkOptions(layer);
    switch (kindOf(spec).shape) {
    case ShapeRule::Convolved:
        convolve(layer);
        break;
    case ShapeRule::Pooled:
        pool(layer);
        break;
    case ShapeRule::Multiplied:
        multiply(layer);
        break;
    case ShapeRule::Same:
        layer.outputShape = layer.inputShape;
        break;
    case ShapeRule::Flattened:
        layer.outputShape = {static_cast<int>(valuesIn(layer.inputShape))};
        break;
    }
    return layer;
}

void checkSizes(const std::vector<NetworkLayer>& layers)
{
    std::int64_t parameters = 0;
    std::int64_t multiplyAdds = 0;
    for (const NetworkLayer& layer : layers) {
        for (const ParameterShape& parameter : layer.parameters)
            parameters += std::accumulate(parameter.shape.begin(), parameter.shape.end(), std::int64_t{1},
                                          std::multiplies());
        multiplyAdds += layer.multiplyAdds;
        if (parameters > kMostParameters)
            throw Error(
                GLYPHSCOPE_TEXT(
                    "Spec",
                    "%1: the network has more than 50 million parameters, which is this program's limit."),
                layer.path);
        if (multiplyAdds > kMostMultiplyAdds)
            failMultiplyAdds(layer);
    }
}

std::vector<std::string> namesOf(std::span<const NetworkLayer> layers)
{
    std::vector<std::string> names;
    for (const NetworkLayer& layer : layers)
        for (const ParameterShape& parameter : layer.parameters)
            names.push_back(parameter.name);
    return names;
}

}  // namespace

std::vector<NetworkLayer> layersOf(const NetworkSpec& network)
{
    const InputSpec& input = network.input;
    std::vector<NetworkLayer> layers;
    std::vector<int> shape{input.channels, input.height, input.width};
    for (const LayerSpec& spec : network.layers) {
        if (std::ranges::find(layers, spec.name, &NetworkLayer::path) != layers.end())
            throw Error(GLYPHSCOPE_TEXT("Spec", "%1: two modules have this name. Rename one of them."),
                        spec.name);
        layers.push_back(inferred(spec, shape));
        shape = layers.back().outputShape;
        checkSizes(layers);
    }
    if (shape == std::vector{static_cast<int>(network.classes.size())})
        return layers;
    if (layers.empty())
        throw Error(GLYPHSCOPE_TEXT("Spec", "The network: the output is %1, but there are %2 classes. The "
                                            "last layer gives one value a class."),
                    sizeText(shape), network.classes.size());
    throw Error(
        GLYPHSCOPE_TEXT(
            "Spec",
            "%1: the output is %2, but there are %3 classes. The last layer gives one value a class."),
        layers.back().path, sizeText(shape), network.classes.size());
}

std::vector<ParameterShape> parametersOf(const NetworkSpec& network)
{
    std::vector<ParameterShape> parameters;
    for (const NetworkLayer& layer : layersOf(network))
        std::ranges::copy(layer.parameters, std::back_inserter(parameters));
    return parameters;
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
    const auto isIt = [](const NetworkLayer& layer) {
        return layer.hasMaps() && layer.kind != LayerKind::MaxPool2d;
    };
    const auto found = std::find_if(layers.rbegin(), layers.rend(), isIt);
    if (found == layers.rend())
        throw Error(GLYPHSCOPE_TEXT("Spec", "No layer of this network has maps."));
    return *found;
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
    const KindInfo& kind = kindOf(layer.spec);
    std::string inside = kind.hasParameters() ? std::to_string(layer.inputShape[0]) : std::string();
    const auto add = [&inside](const std::string& part) { inside += (inside.empty() ? "" : ", ") + part; };
    for (const KindOption& option : kind.options) {
        const std::int64_t number = layer.option(option.name);
        if (!option.usual)
            add(std::to_string(number));
        else if (number != *option.usual)
            add(std::string(option.name) + '=' + std::to_string(number));
    }
    return layer.spec.kind + '(' + inside + ')';
}

}  // namespace glyphscope
