// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/layer_shapes.h"

#include <algorithm>

namespace glyphscope {
namespace {

using Misfit = std::optional<NetworkProblem>;

NetworkProblem misfit(const NetworkLayer& layer, ProblemKind kind, Message text, Message got,
                      Message expected, std::string torch)
{
    NetworkProblem problem;
    problem.kind = kind;
    problem.module = layer.path;
    problem.place = layer.place;
    problem.text = std::move(text);
    problem.got = std::move(got);
    problem.expected = std::move(expected);
    problem.torch = std::move(torch);
    return problem;
}

std::string number(std::int64_t value)
{
    return std::to_string(value);
}

/// "[1, 64, 7, 7]", as PyTorch shows the size of a batch of one.
std::string batchText(const std::vector<int>& shape)
{
    std::string text = "[1";
    for (const int side : shape)
        text += ", " + number(side);
    return text + ']';
}

std::string torchOnNoMaps(const NetworkLayer& layer)
{
    const std::string size = batchText(layer.inputShape);
    switch (layer.kind) {
    case LayerKind::Conv2d:
        return "RuntimeError: Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of "
               "size: " +
               size;
    case LayerKind::BatchNorm2d:
        return "ValueError: expected 4D input (got 2D input)";
    case LayerKind::GroupNorm:
        return {};  // which normalises it
    default:
        return "RuntimeError: non-empty 3D or 4D (batch mode) tensor expected for input";
    }
}

Misfit wantMaps(const NetworkLayer& layer)
{
    if (layer.inputShape.size() == 3)
        return {};
    return misfit(
        layer, ProblemKind::WantsMaps,
        {GLYPHSCOPE_TEXT("Spec", "%1: %2 expects maps, but %3 values come in. Put it before the Flatten."),
         layer.path, layer.spec.kind, sizeText(layer.inputShape)},
        {GLYPHSCOPE_TEXT("Spec", "%1 values"), sizeText(layer.inputShape)},
        GLYPHSCOPE_TEXT("Spec", "maps, as channels x height x width"), torchOnNoMaps(layer));
}

/// How many places a window has along a side; 0 or less: none. PyTorch rounds down.
std::int64_t placesAlong(const NetworkLayer& layer, int side)
{
    const std::int64_t room = side + 2 * layer.option("padding") - kernelSpan(layer);
    return room < 0 ? 0 : room / layer.option("stride") + 1;
}

std::string paddedText(const NetworkLayer& layer, int side)
{
    return number(side + 2 * layer.option("padding"));
}

/// The output's height and width, or why there is none.
Misfit slide(NetworkLayer& layer, std::int64_t channels)
{
    const int height = layer.inputShape[1];
    const int width = layer.inputShape[2];
    const int least = std::min(height, width);
    const std::int64_t down = placesAlong(layer, height);
    const std::int64_t right = placesAlong(layer, width);
    layer.outputShape = {static_cast<int>(channels), static_cast<int>(down), static_cast<int>(right)};
    if (down > 0 && right > 0)
        return {};
    const std::string span = number(kernelSpan(layer));
    const Message expected(GLYPHSCOPE_TEXT("Spec", "at least %1 pixels a side, padding included"),
                           kernelSpan(layer));
    const Message got(GLYPHSCOPE_TEXT("Spec", "%1 pixels a side, padding included"),
                      least + 2 * layer.option("padding"));
    if (layer.kind == LayerKind::Conv2d) {
        const std::string torch = "RuntimeError: Calculated padded input size per channel: (" +
                                  paddedText(layer, height) + " x " + paddedText(layer, width) +
                                  "). Kernel size: (" + span + " x " + span +
                                  "). Kernel size can't be greater than actual input size";
        return misfit(
            layer, ProblemKind::KernelTooLarge,
            {GLYPHSCOPE_TEXT(
                 "Spec",
                 "%1: the kernel of %2 pixels is larger than the padded input of %3. Take a smaller one."),
             layer.path, kernelSpan(layer), least + 2 * layer.option("padding")},
            got, expected, torch);
    }
    const std::string maps = number(channels) + "x";
    const std::string torch = "RuntimeError: Given input size: (" + maps + number(height) + "x" +
                              number(width) + "). Calculated output size: (" + maps + number(down) + "x" +
                              number(right) + "). Output size is too small";
    return misfit(layer, ProblemKind::NothingLeft,
                  {GLYPHSCOPE_TEXT("Spec", "%1: nothing is left of the picture: the window of %2 pixels is "
                                           "larger than the padded input of %3. Take a smaller one."),
                   layer.path, kernelSpan(layer), least + 2 * layer.option("padding")},
                  got, expected, torch);
}

Misfit refuseGroups(const NetworkLayer& layer, std::int64_t channels, std::int64_t groups,
                    std::string_view option, std::string torch)
{
    NetworkProblem problem =
        misfit(layer, ProblemKind::Groups,
               {GLYPHSCOPE_TEXT("Spec", "%1: %2 is %3, which does not divide %4 channels. Take a divisor."),
                layer.path, option, groups, channels},
               {GLYPHSCOPE_TEXT("Spec", "%1 channels in %2 groups"), channels, groups},
               {GLYPHSCOPE_TEXT("Spec", "a divisor of %1"), channels}, std::move(torch));
    problem.option = option;
    return problem;
}

Misfit tooManyProducts(const NetworkLayer& layer)
{
    return misfit(
        layer, ProblemKind::TooLarge,
        {GLYPHSCOPE_TEXT(
             "Spec", "%1: an image takes more than 1 billion multiply-adds, which is this program's limit."),
         layer.path},
        {}, {GLYPHSCOPE_TEXT("Spec", "at most %1 multiply-adds an image"), NetworkLimits::kMultiplyAdds}, {});
}

void addBias(NetworkLayer& layer, std::int64_t out)
{
    if (layer.flag("bias"))
        layer.parameters.push_back({layer.path + ".bias", {out}});
}

Misfit convolve(NetworkLayer& layer)
{
    if (Misfit problem = wantMaps(layer))
        return problem;
    const std::int64_t out = layer.option("out_channels");
    const std::int64_t kernel = layer.option("kernel_size");
    const std::int64_t groups = layer.option("groups");
    const std::int64_t in = layer.inputShape[0];
    if (in % groups != 0)
        return refuseGroups(layer, in, groups, "groups",
                            "ValueError: in_channels must be divisible by groups");
    if (out % groups != 0)
        return refuseGroups(layer, out, groups, "groups",
                            "ValueError: out_channels must be divisible by groups");
    if (Misfit problem = slide(layer, out))
        return problem;
    const double products = static_cast<double>(valuesIn(layer.outputShape)) *
                            static_cast<double>(in / groups) * static_cast<double>(kernel * kernel);
    if (products > static_cast<double>(NetworkLimits::kMultiplyAdds))  // before whole numbers end
        return tooManyProducts(layer);
    layer.parameters = {{layer.path + ".weight", {out, in / groups, kernel, kernel}}};
    addBias(layer, out);
    layer.multiplyAdds = valuesIn(layer.outputShape) * (in / groups) * kernel * kernel;
    return {};
}

Misfit pool(NetworkLayer& layer)
{
    if (Misfit problem = wantMaps(layer))
        return problem;
    const std::int64_t padding = layer.option("padding");
    const std::int64_t kernel = layer.option("kernel_size");
    if (2 * padding > kernel)
        return misfit(
            layer, ProblemKind::PoolPadding,
            {GLYPHSCOPE_TEXT("Spec", "%1: the padding must be at most half the kernel_size."), layer.path},
            {GLYPHSCOPE_TEXT("Spec", "padding %1 of a kernel of %2"), padding, kernel},
            {GLYPHSCOPE_TEXT("Spec", "at most %1"), kernel / 2},
            layer.kind == LayerKind::MaxPool2d
                ? "RuntimeError: pad should be at most half of kernel size, but got pad=" + number(padding) +
                      " and kernel_size=" + number(kernel)
                : "RuntimeError: pad should be smaller than or equal to half of kernel size, but got padW "
                  "= " +
                      number(padding) + ", padH = " + number(padding) + ", kW = " + number(kernel) +
                      ", kH = " + number(kernel));
    return slide(layer, layer.inputShape[0]);
}

Misfit poolTo(NetworkLayer& layer)
{
    if (Misfit problem = wantMaps(layer))
        return problem;
    const auto side = static_cast<int>(layer.option("output_size"));
    layer.outputShape = {layer.inputShape[0], side, side};
    return {};
}

Misfit multiply(NetworkLayer& layer)
{
    const std::int64_t in = layer.inputShape.back();
    const std::int64_t out = layer.option("out_features");
    if (layer.inputShape.size() != 1) {
        const std::int64_t flat = valuesIn(layer.inputShape);
        return misfit(
            layer, ProblemKind::WantsFlat,
            {GLYPHSCOPE_TEXT("Spec",
                             "%1: Linear expects a flat input, but %2 comes in. Insert a Flatten before it."),
             layer.path, sizeText(layer.inputShape)},
            sizeText(layer.inputShape), {GLYPHSCOPE_TEXT("Spec", "a flat input")},
            "RuntimeError: mat1 and mat2 shapes cannot be multiplied (" + number(flat / in) + "x" +
                number(in) + " and " + number(flat) + "x" + number(out) + ")");
    }
    layer.outputShape = {static_cast<int>(out)};
    layer.parameters = {{layer.path + ".weight", {out, in}}};
    addBias(layer, out);
    layer.multiplyAdds = out * in;
    return {};
}

void addAffine(NetworkLayer& layer, const std::vector<std::int64_t>& shape, std::string_view option)
{
    if (layer.flag(option))
        layer.parameters = {{layer.path + ".weight", shape}, {layer.path + ".bias", shape}};
}

Misfit normalise(NetworkLayer& layer)
{
    layer.outputShape = layer.inputShape;
    if (layer.kind == LayerKind::LayerNorm) {
        addAffine(layer, {layer.inputShape.begin(), layer.inputShape.end()}, "elementwise_affine");
        return {};
    }
    if (Misfit problem = wantMaps(layer))
        return problem;
    const std::int64_t channels = layer.inputShape[0];
    addAffine(layer, {channels}, "affine");
    if (layer.kind == LayerKind::GroupNorm) {
        const std::int64_t groups = layer.option("num_groups");
        if (channels % groups != 0)
            return refuseGroups(layer, channels, groups, "num_groups",
                                "ValueError: num_channels must be divisible by num_groups");
        return {};
    }
    layer.buffers = {{layer.path + ".running_mean", {channels}},
                     {layer.path + ".running_var", {channels}},
                     {layer.path + ".num_batches_tracked", {}}};
    return {};
}

/// A Softmax over the images of a batch, or over a side that there is not.
Misfit checkDim(const NetworkLayer& layer)
{
    if (layer.kind != LayerKind::Softmax)
        return {};
    const auto sides = static_cast<std::int64_t>(layer.inputShape.size()) + 1;  // with the batch
    const std::int64_t dim = layer.option("dim");
    const std::int64_t counted = dim < 0 ? dim + sides : dim;
    if (counted >= 1 && counted < sides)
        return {};
    NetworkProblem problem = misfit(
        layer, ProblemKind::SoftmaxDim,
        {GLYPHSCOPE_TEXT("Spec", "%1: dim %2 is not a side of its input. Take 1, the channels or values."),
         layer.path, dim},
        {GLYPHSCOPE_TEXT("Spec", "dim %1"), dim},
        {GLYPHSCOPE_TEXT("Spec", "1 to %1, or -1 to %2"), sides - 1, 1 - sides},
        counted == 0 ? std::string()
                     : "IndexError: Dimension out of range (expected to be in range of [" + number(-sides) +
                           ", " + number(sides - 1) + "], but got " + number(dim) + ")");
    problem.option = "dim";
    return problem;
}

}  // namespace

std::int64_t kernelSpan(const NetworkLayer& layer)
{
    const std::int64_t kernel = layer.option("kernel_size");
    return layer.kind == LayerKind::Conv2d ? layer.option("dilation") * (kernel - 1) + 1 : kernel;
}

std::optional<NetworkProblem> inferShape(NetworkLayer& layer)
{
    switch (layer.info().shape) {
    case ShapeRule::Convolved:
        return convolve(layer);
    case ShapeRule::Pooled:
        return pool(layer);
    case ShapeRule::PooledTo:
        return poolTo(layer);
    case ShapeRule::Multiplied:
        return multiply(layer);
    case ShapeRule::Normalised:
        return normalise(layer);
    case ShapeRule::Flattened:
        layer.outputShape = {static_cast<int>(valuesIn(layer.inputShape))};
        return {};
    case ShapeRule::Same:
    case ShapeRule::Block:
        layer.outputShape = layer.inputShape;
        return checkDim(layer);
    }
    return {};
}

std::optional<std::int64_t> shortcutStride(const std::vector<int>& from, const std::vector<int>& to)
{
    if (from.size() != 3 || to.size() != 3)
        return std::nullopt;
    for (std::int64_t stride = 1; stride <= std::max(from[1], from[2]); ++stride)
        if ((from[1] - 1) / stride + 1 == to[1] && (from[2] - 1) / stride + 1 == to[2])
            return stride;
    return std::nullopt;
}

}  // namespace glyphscope
