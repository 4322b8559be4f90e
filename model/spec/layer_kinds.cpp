// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/layer_kinds.h"

#include "model/types/error.h"
#include "model/types/shortest_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace glyphscope {
namespace {

constexpr double kMostChannels = 65536;
constexpr double kMostPixels = 1024;
constexpr double kMostOutputSide = 64;
constexpr double kMostRepeats = 64;

constexpr KindOption whole(std::string_view name, std::optional<double> usual, double least, double most)
{
    return {name, OptionType::Whole, usual, least, most};
}

constexpr KindOption real(std::string_view name, double usual, double least, double most)
{
    return {name, OptionType::Real, usual, least, most};
}

constexpr KindOption flag(std::string_view name, bool usual)
{
    return {name, OptionType::Flag, usual ? 1 : 0, 0, 1};
}

constexpr KindOption kKernel = whole("kernel_size", std::nullopt, 1, kMostPixels);
constexpr KindOption kPadding = whole("padding", 0, 0, kMostPixels);
constexpr KindOption kEps = real("eps", 1e-5, 1e-12, 1);

constexpr KindOption kConvolution[]{whole("out_channels", std::nullopt, 1, kMostChannels),
                                    kKernel,
                                    whole("stride", 1, 1, kMostPixels),
                                    kPadding,
                                    whole("dilation", 1, 1, kMostPixels),
                                    whole("groups", 1, 1, kMostChannels),
                                    flag("bias", true)};
constexpr KindOption kPool[]{
    kKernel, {"stride", OptionType::Whole, std::nullopt, 1, kMostPixels, "kernel_size"}, kPadding};
constexpr KindOption kPoolTo[]{whole("output_size", std::nullopt, 1, kMostOutputSide)};
constexpr KindOption kLinear[]{whole("out_features", std::nullopt, 1, kMostChannels), flag("bias", true)};
constexpr KindOption kBatchNorm[]{kEps, real("momentum", 0.1, 0, 1), flag("affine", true)};
constexpr KindOption kGroupNorm[]{whole("num_groups", std::nullopt, 1, kMostChannels), kEps,
                                  flag("affine", true)};
constexpr KindOption kLayerNorm[]{kEps, flag("elementwise_affine", true)};
constexpr KindOption kLeaky[]{real("negative_slope", 0.01, -100, 100)};
constexpr KindOption kDropout[]{real("p", 0.5, 0, 1)};
constexpr KindOption kSoftmax[]{whole("dim", 1, -4, 3)};
constexpr std::string_view kShortcuts[]{"auto", "identity", "conv1x1"};
constexpr KindOption kResidual[]{{"shortcut", OptionType::Choice, 0, 0, 2, {}, kShortcuts}};
constexpr KindOption kRepeat[]{whole("n", std::nullopt, 1, kMostRepeats)};

using Form = UnitExplanation::Form;
using enum KindGroup;
using Kind = LayerKind;

constexpr auto kKinds = std::to_array<KindInfo>({
    {Kind::Conv2d, "Conv2d", Weights, kConvolution, ShapeRule::Convolved, Form::Convolution, "Conv"},
    {Kind::Linear, "Linear", Weights, kLinear, ShapeRule::Multiplied, Form::Linear, "Gemm", {{"transB", 1}}},
    {Kind::BatchNorm2d, "BatchNorm2d", Weights, kBatchNorm, ShapeRule::Normalised, Form::Normalised,
     "BatchNormalization"},
    {Kind::GroupNorm, "GroupNorm", Weights, kGroupNorm, ShapeRule::Normalised, Form::Normalised},
    {Kind::LayerNorm, "LayerNorm", Weights, kLayerNorm, ShapeRule::Normalised, Form::Normalised},
    {Kind::ReLU, "ReLU", Activations, {}, ShapeRule::Same, Form::Relu, "Relu"},
    {Kind::LeakyReLU, "LeakyReLU", Activations, kLeaky, ShapeRule::Same, Form::Activation, "LeakyRelu"},
    {Kind::GELU, "GELU", Activations, {}, ShapeRule::Same, Form::Activation},
    {Kind::Sigmoid, "Sigmoid", Activations, {}, ShapeRule::Same, Form::Activation, "Sigmoid"},
    {Kind::Tanh, "Tanh", Activations, {}, ShapeRule::Same, Form::Activation, "Tanh"},
    {Kind::MaxPool2d, "MaxPool2d", Pools, kPool, ShapeRule::Pooled, Form::MaxPool, "MaxPool"},
    {Kind::AvgPool2d,
     "AvgPool2d",
     Pools,
     kPool,
     ShapeRule::Pooled,
     Form::AveragePool,
     "AveragePool",
     {{"count_include_pad", 1}}},
    {Kind::AdaptiveAvgPool2d, "AdaptiveAvgPool2d", Pools, kPoolTo, ShapeRule::PooledTo, Form::AveragePool},
    {Kind::Dropout, "Dropout", Others, kDropout, ShapeRule::Same, Form::Copy, "Identity"},
    {Kind::Dropout2d, "Dropout2d", Others, kDropout, ShapeRule::Same, Form::Copy, "Identity"},
    {Kind::Flatten, "Flatten", Others, {}, ShapeRule::Flattened, Form::Flatten, "Flatten", {{"axis", 1}}},
    {Kind::Identity, "Identity", Others, {}, ShapeRule::Same, Form::Copy, "Identity"},
    {Kind::Softmax, "Softmax", Others, kSoftmax, ShapeRule::Same, Form::Softmax, "Softmax"},
    {Kind::Sequential, "Sequential", Blocks, {}, ShapeRule::Block, Form::Copy},
    {Kind::Residual, "Residual", Blocks, kResidual, ShapeRule::Block, Form::Sum},
    {Kind::Repeat, "Repeat", Blocks, kRepeat, ShapeRule::Block, Form::Copy},
});

const KindOption& knownOption(const LayerSpec& layer, std::string_view option)
{
    if (const KindOption* found = kindOf(layer).option(option))
        return *found;
    throw Error(GLYPHSCOPE_TEXT("Spec", "%1: %2 has no option \"%3\"."), layer.name, layer.kind, option);
}

/// A number as PyTorch takes it: a whole one for a real one, too.
std::optional<double> numberIn(const OptionValue& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*number);
    if (const auto* number = std::get_if<double>(&value))
        return *number;
    return std::nullopt;
}

/// The option's value as a number: of a choice its place, of a flag 0 or 1. Nothing where it is none such.
std::optional<double> valueIn(const KindOption& option, const OptionValue& value)
{
    switch (option.type) {
    case OptionType::Whole:
        return std::holds_alternative<std::int64_t>(value) ? numberIn(value) : std::nullopt;
    case OptionType::Real:
        return numberIn(value);
    case OptionType::Flag:
        return std::holds_alternative<bool>(value) ? std::optional(std::get<bool>(value) ? 1.0 : 0.0)
                                                   : std::nullopt;
    case OptionType::Choice:
        if (const auto* text = std::get_if<std::string>(&value))
            if (const auto found = std::ranges::find(option.choices, *text); found != option.choices.end())
                return static_cast<double>(found - option.choices.begin());
        return std::nullopt;
    }
    return std::nullopt;
}

Message wrongValue(const LayerSpec& layer, const KindOption& option)
{
    switch (option.type) {
    case OptionType::Whole:
        return {GLYPHSCOPE_TEXT("Spec", "%1: %2 must be a whole number from %3 to %4."), layer.name,
                option.name, static_cast<std::int64_t>(option.least), static_cast<std::int64_t>(option.most)};
    case OptionType::Real:
        return {GLYPHSCOPE_TEXT("Spec", "%1: %2 must be a number from %3 to %4."), layer.name, option.name,
                shortestText(option.least), shortestText(option.most)};
    case OptionType::Flag:
        return {GLYPHSCOPE_TEXT("Spec", "%1: %2 must be true or false."), layer.name, option.name};
    case OptionType::Choice:
        break;
    }
    std::string known;
    for (const std::string_view choice : option.choices)
        known += (known.empty() ? "" : ", ") + std::string(choice);
    return {GLYPHSCOPE_TEXT("Spec", "%1: %2 must be one of %3."), layer.name, option.name, known};
}

double valueOf(const LayerSpec& layer, const KindOption& option)
{
    if (const std::optional<Message> problem = optionProblem(layer, option))
        throw Error(*problem);
    const auto given = layer.options.find(std::string(option.name));
    if (given != layer.options.end())
        return *valueIn(option, given->second);
    return option.usualAs.empty() ? *option.usual : valueOf(layer, knownOption(layer, option.usualAs));
}

}  // namespace

bool KindInfo::wantsMaps() const
{
    return kind == LayerKind::Conv2d || kind == LayerKind::BatchNorm2d || kind == LayerKind::GroupNorm ||
           isPool();
}

const KindOption* KindInfo::option(std::string_view optionName) const
{
    const auto found = std::ranges::find(options, optionName, &KindOption::name);
    return found == options.end() ? nullptr : &*found;
}

std::span<const KindInfo> layerKinds()
{
    return kKinds;
}

const KindInfo* kindNamed(std::string_view name)
{
    const auto found = std::ranges::find(kKinds, name, &KindInfo::name);
    return found == kKinds.end() ? nullptr : &*found;
}

const KindInfo* kindOfText(std::string_view text)
{
    return kindNamed(text.substr(0, text.find('(')));
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

std::optional<Message> optionProblem(const LayerSpec& layer, const KindOption& option)
{
    const auto given = layer.options.find(std::string(option.name));
    if (given == layer.options.end()) {
        if (!option.usualAs.empty())
            return optionProblem(layer, knownOption(layer, option.usualAs));
        if (!option.usual)
            return Message(GLYPHSCOPE_TEXT("Spec", "%1: %2 needs the option \"%3\"."), layer.name, layer.kind,
                           option.name);
        return std::nullopt;
    }
    const std::optional<double> value = valueIn(option, given->second);
    if (!value || !(*value >= option.least && *value <= option.most))
        return wrongValue(layer, option);
    return std::nullopt;
}

std::int64_t optionOf(const LayerSpec& layer, std::string_view option)
{
    return static_cast<std::int64_t>(valueOf(layer, knownOption(layer, option)));
}

double realOptionOf(const LayerSpec& layer, std::string_view option)
{
    return valueOf(layer, knownOption(layer, option));
}

bool flagOf(const LayerSpec& layer, std::string_view option)
{
    return valueOf(layer, knownOption(layer, option)) != 0;
}

std::string optionTextOf(const LayerSpec& layer, std::string_view option)
{
    const KindOption& known = knownOption(layer, option);
    const double value = valueOf(layer, known);
    switch (known.type) {
    case OptionType::Whole:
        return std::to_string(static_cast<std::int64_t>(value));
    case OptionType::Real:
        return shortestText(value);
    case OptionType::Flag:
        return value != 0 ? "True" : "False";
    case OptionType::Choice:
        return std::string(known.choices[static_cast<std::size_t>(value)]);
    }
    return {};
}

bool isUsual(const LayerSpec& layer, const KindOption& option)
{
    if (!option.usualAs.empty())
        return valueOf(layer, option) == valueOf(layer, knownOption(layer, option.usualAs));
    return option.usual && valueOf(layer, option) == *option.usual;
}

bool computeTheSame(const LayerSpec& a, const LayerSpec& b)
{
    return a.kind == b.kind && std::ranges::equal(a.children, b.children, computeTheSame) &&
           std::ranges::all_of(kindOf(a).options, [&](const KindOption& option) {
               return valueOf(a, option) == valueOf(b, option);
           });
}

}  // namespace glyphscope
