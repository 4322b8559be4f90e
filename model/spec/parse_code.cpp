// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/parse_code.h"

#include "model/spec/code_modules.h"
#include "model/spec/network_layers.h"
#include "model/spec/presets.h"
#include "model/spec/spec_edit.h"
#include "model/spec/spec_json.h"

#include <algorithm>

namespace glyphscope {
namespace {

constexpr std::int64_t kUsualClasses = 10;

bool areClasses(std::int64_t count)
{
    return count >= 2 && count <= static_cast<std::int64_t>(SpecLimits::kClasses);
}

/// What the last layer gives, or the last Linear where shapes are unknown.
std::int64_t classesIn(const NetworkSpec& network, const NetworkInference& inference)
{
    const bool known = std::ranges::all_of(inference.problems, [](const NetworkProblem& problem) {
        return problem.kind == ProblemKind::Classes;
    });
    if (known) {
        const auto last = std::find_if(inference.layers.rbegin(), inference.layers.rend(),
                                       [](const NetworkLayer& layer) { return layer.parent < 0; });
        const bool vector = last != inference.layers.rend() && last->outputShape.size() == 1;
        return vector && areClasses(last->outputShape[0]) ? last->outputShape[0] : kUsualClasses;
    }
    for (auto layer = network.layers.rbegin(); layer != network.layers.rend(); ++layer)
        if (layer->kind == "Linear")
            if (const auto out = layer->options.find("out_features"); out != layer->options.end())
                if (const auto* count = std::get_if<std::int64_t>(&out->second))
                    return areClasses(*count) ? *count : kUsualClasses;
    return kUsualClasses;
}

/// A Residual's shortcut is what it is by default, unless it must be told that it does not fit.
void leaveIdentityOut(NetworkSpec& network, const std::vector<LayerSpec>& layers, const SpecPlace& block,
                      const std::vector<NetworkProblem>& problems)
{
    for (std::size_t i = 0; i < layers.size(); ++i) {
        SpecPlace place = block;
        place.push_back(i);
        const bool wrong = std::ranges::any_of(problems, [&place](const NetworkProblem& problem) {
            return problem.kind == ProblemKind::ResidualEnds && problem.place == place;
        });
        LayerSpec& layer = *layerAt(network, place);
        const auto way = layer.options.find("shortcut");
        const bool usual = way != layer.options.end() && way->second != OptionValue(std::string("conv1x1"));
        if (!wrong && usual)
            layer.options.erase(way);
        leaveIdentityOut(network, layer.children, place, problems);
    }
}

/// What the spec has in the place of a size that a text gives; empty where that is unknown.
std::vector<std::int64_t> inferredSizes(const NetworkLayer& layer, const GivenSize& given)
{
    if (given.argument == "out_channels" || given.argument == "stride")  // of a shortcut
        return layer.kind == LayerKind::Conv2d ? std::vector{layer.option(given.argument)}
                                               : std::vector<std::int64_t>{};
    if (layer.inputShape.empty())
        return {};
    if (given.argument == "normalized_shape")
        return {layer.inputShape.begin(), layer.inputShape.end()};
    const bool flat = given.argument == "in_features";
    if (flat != (layer.inputShape.size() == 1))
        return {};  // which check() tells
    return {layer.inputShape[0]};
}

std::string listText(const std::vector<std::int64_t>& sizes)
{
    std::string text;
    for (const std::int64_t size : sizes)
        text += (text.empty() ? "" : ", ") + std::to_string(size);
    return sizes.size() == 1 ? text : '(' + text + ')';
}

void checkGiven(const std::vector<GivenSize>& given, const std::vector<NetworkLayer>& layers,
                const CodePage& page)
{
    for (const GivenSize& size : given) {
        const auto layer = std::ranges::find(layers, size.module, &NetworkLayer::path);
        if (layer == layers.end())
            continue;
        const std::vector<std::int64_t> inferred = inferredSizes(*layer, size);
        if (!inferred.empty() && inferred != size.sizes)
            page.refuse(size.offset,
                        GLYPHSCOPE_TEXT("Spec", "%1: %2 is %3, but it must be %4 for what comes in, %5. "
                                                "Correct it, or the layers before it."),
                        size.module, size.argument, listText(size.sizes), listText(inferred),
                        sizeText(layer->inputShape));
    }
}

}  // namespace

NetworkSpec parseNetwork(std::string_view text, const MessageArgument& place)
{
    if (text.size() > CodeLimits::kBytes)
        throw Error(GLYPHSCOPE_TEXT("Spec", "%1: the text of a network takes at most 256 KiB."), place);
    const CodePage page(text, place);
    CodeNetwork code = networkOf(readCode(page), page);
    NetworkSpec network;
    network.classes = numberedClasses(static_cast<int>(kUsualClasses));
    network.layers = std::move(code.layers);
    const NetworkInference inference = infer(network);
    checkGiven(code.given, inference.layers, page);
    network.classes = numberedClasses(static_cast<int>(classesIn(network, inference)));
    const std::vector<LayerSpec> layers = network.layers;
    leaveIdentityOut(network, layers, {}, inference.problems);
    return network;
}

}  // namespace glyphscope
