// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/code_lines.h"
#include "model/types/shortest_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace glyphscope {
namespace {

std::string sidesText(std::int64_t side)
{
    return '(' + std::to_string(side) + ", " + std::to_string(side) + ')';
}

/// As Python's repr() has the number that stands in the source.
std::string pythonNumber(double value)
{
    if (value == std::trunc(value))
        return shortestText(value);  // a whole number there
    const double size = std::abs(value);
    const bool fixed = size >= 1e-4 && size < 1e16;
    std::array<char, 64> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                   fixed ? std::chars_format::fixed : std::chars_format::scientific);
    return {digits.data(), end.ptr};
}

std::string realText(const NetworkLayer& layer, std::string_view option)
{
    return std::string(option) + '=' + pythonNumber(layer.real(option));
}

std::string flagText(const NetworkLayer& layer, std::string_view option)
{
    return std::string(option) + '=' + (layer.flag(option) ? "True" : "False");
}

std::string wholeText(const NetworkLayer& layer, std::string_view option)
{
    return std::string(option) + '=' + std::to_string(layer.option(option));
}

std::string convolutionText(const NetworkLayer& layer)
{
    std::string text = std::to_string(layer.inputShape[0]) + ", " + std::to_string(layer.outputShape[0]);
    const auto add = [&](std::string_view name, std::int64_t usual) {
        if (layer.option(name) != usual)
            text += ", " + std::string(name) + '=' + sidesText(layer.option(name));
    };
    add("kernel_size", 0);  // always told, as the next
    add("stride", 0);
    add("padding", 0);
    add("dilation", 1);
    if (layer.option("groups") != 1)
        text += ", " + wholeText(layer, "groups");
    if (!layer.flag("bias"))
        text += ", bias=False";
    return text;
}

std::string normText(const NetworkLayer& layer)
{
    const std::string channels = std::to_string(layer.inputShape[0]);
    const std::string eps = ", " + realText(layer, "eps") + ", ";
    if (layer.kind == LayerKind::BatchNorm2d)
        return channels + eps + realText(layer, "momentum") + ", " + flagText(layer, "affine") +
               ", track_running_stats=True";
    if (layer.kind == LayerKind::GroupNorm)
        return std::to_string(layer.option("num_groups")) + ", " + channels + eps + flagText(layer, "affine");
    std::string sides;
    for (const int side : layer.inputShape)
        sides += (sides.empty() ? "" : ", ") + std::to_string(side);
    if (layer.inputShape.size() == 1)
        sides += ',';
    return '(' + sides + ')' + eps + flagText(layer, "elementwise_affine");
}

/// PyTorch's extra_repr().
std::string extraText(const NetworkLayer& layer)
{
    switch (layer.kind) {
    case LayerKind::Conv2d:
        return convolutionText(layer);
    case LayerKind::Linear:
        return "in_features=" + std::to_string(layer.inputShape[0]) + ", " +
               wholeText(layer, "out_features") + ", " + flagText(layer, "bias");
    case LayerKind::BatchNorm2d:
    case LayerKind::GroupNorm:
    case LayerKind::LayerNorm:
        return normText(layer);
    case LayerKind::MaxPool2d:
    case LayerKind::AvgPool2d:
        return wholeText(layer, "kernel_size") + ", " + wholeText(layer, "stride") + ", " +
               wholeText(layer, "padding") +
               (layer.kind == LayerKind::MaxPool2d ? ", dilation=1, ceil_mode=False" : "");
    case LayerKind::AdaptiveAvgPool2d:
        return wholeText(layer, "output_size");
    case LayerKind::LeakyReLU:
        return realText(layer, "negative_slope");
    case LayerKind::GELU:
        return "approximate='none'";
    case LayerKind::Dropout:
    case LayerKind::Dropout2d:
        return realText(layer, "p") + ", inplace=False";
    case LayerKind::Flatten:
        return "start_dim=1, end_dim=-1";
    case LayerKind::Softmax:
        return wholeText(layer, "dim");
    default:
        return {};
    }
}

class PrintedNested : public NestedCode {
public:
    using NestedCode::NestedCode;

protected:
    [[nodiscard]] std::string leaf(const NetworkLayer& layer) const override
    {
        return layer.spec.kind + '(' + extraText(layer) + ')';
    }
    [[nodiscard]] std::string empty() const override { return "Sequential()"; }
    [[nodiscard]] std::string comment(const NetworkLayer&) const override { return {}; }
    [[nodiscard]] Form formOf(const NetworkLayer& block) const override
    {
        return {block.kind == LayerKind::Residual ? "Residual(" : "Sequential(", ")", "(", "): ", true, ""};
    }
};

}  // namespace

SourceCode printedCode(const NetworkSpec& network, const std::vector<NetworkLayer>& layers)
{
    CodeLines lines(2);
    lines.add(classNameOf(network) + '(');
    lines.in();
    PrintedNested nested(layers, lines);
    for (const int place : topLayers(layers))
        nested.write(static_cast<std::size_t>(place),
                     '(' + layers[static_cast<std::size_t>(place)].path + "): ", "");
    lines.out();
    lines.add(")");
    return lines.take();
}

}  // namespace glyphscope
