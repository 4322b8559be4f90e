// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/layer_kinds.h"

#include "model/types/error.h"

#include <algorithm>
#include <array>

namespace glyphscope {
namespace {

constexpr std::int64_t kMostChannels = 65536;
constexpr std::int64_t kMostPixels = 1024;

constexpr KindOption kConvolution[]{{"out_channels", std::nullopt, 1, kMostChannels},
                                    {"kernel_size", std::nullopt, 1, kMostPixels},
                                    {"stride", 1, 1, kMostPixels},
                                    {"padding", 0, 0, kMostPixels}};
constexpr KindOption kPool[]{{"kernel_size", std::nullopt, 1, kMostPixels},
                             {"stride", std::nullopt, 1, kMostPixels, "kernel_size"},
                             {"padding", 0, 0, kMostPixels}};
constexpr KindOption kLinear[]{{"out_features", std::nullopt, 1, kMostChannels}};

using Form = UnitExplanation::Form;

constexpr auto kKinds = std::to_array<KindInfo>({
    {LayerKind::Conv2d, "Conv2d", kConvolution, ShapeRule::Convolved, Form::Convolution, "Conv"},
    {LayerKind::ReLU, "ReLU", {}, ShapeRule::Same, Form::Relu, "Relu"},
    {LayerKind::MaxPool2d, "MaxPool2d", kPool, ShapeRule::Pooled, Form::MaxPool, "MaxPool"},
    {LayerKind::Flatten, "Flatten", {}, ShapeRule::Flattened, Form::Flatten, "Flatten", {{"axis", 1}}},
    {LayerKind::Linear, "Linear", kLinear, ShapeRule::Multiplied, Form::Linear, "Gemm", {{"transB", 1}}},
});

}  // namespace

std::span<const KindInfo> layerKinds()
{
    return kKinds;
}

const KindInfo* kindNamed(std::string_view name)
{
    const auto found = std::ranges::find(kKinds, name, &KindInfo::name);
    return found == kKinds.end() ? nullptr : &*found;
}

const KindInfo& kindOf(const LayerSpec& layer)
{
    if (const KindInfo* kind = kindNamed(layer.kind))
        return *kind;
    std::string known;
    for (const KindInfo& kind : kKinds)
        known += (known.empty() ? "" : ", ") + std::string(kind.name);
    throw Error(GLYPHSCOPE_TEXT("Spec", "%1: there is no kind \"%2\". Choose one of %3."), layer.name,
                layer.kind, known);
}

std::int64_t optionOf(const LayerSpec& layer, std::string_view option)
{
    const KindInfo& kind = kindOf(layer);
    const auto found = std::ranges::find(kind.options, option, &KindOption::name);
    if (found == kind.options.end())
        throw Error(GLYPHSCOPE_TEXT("Spec", "%1: %2 has no option \"%3\"."), layer.name, layer.kind, option);
    const auto given = layer.options.find(std::string(option));
    if (given == layer.options.end()) {
        if (!found->usualAs.empty())
            return optionOf(layer, found->usualAs);
        if (!found->usual)
            throw Error(GLYPHSCOPE_TEXT("Spec", "%1: %2 needs the option \"%3\"."), layer.name, layer.kind,
                        option);
        return *found->usual;
    }
    const auto* number = std::get_if<std::int64_t>(&given->second);
    if (number == nullptr || *number < found->least || *number > found->most)
        throw Error(GLYPHSCOPE_TEXT("Spec", "%1: %2 must be a whole number from %3 to %4."), layer.name,
                    option, found->least, found->most);
    return *number;
}

bool computeTheSame(const LayerSpec& a, const LayerSpec& b)
{
    return a.kind == b.kind && a.children.empty() && b.children.empty() &&
           std::ranges::all_of(kindOf(a).options, [&](const KindOption& option) {
               return optionOf(a, option.name) == optionOf(b, option.name);
           });
}

}  // namespace glyphscope
