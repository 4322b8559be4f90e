// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inspection/detail/receptive_field.h"

#include "model/spec/layer_shapes.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <tuple>

namespace glyphscope {
namespace {

Region united(const Region& a, const Region& b)
{
    if (a.isEmpty() || b.isEmpty())
        return a.isEmpty() ? b : a;
    return {std::min(a.top, b.top), std::min(a.left, b.left), std::max(a.bottom, b.bottom),
            std::max(a.right, b.right)};
}

Region clipped(const Region& region, const std::vector<int>& shape)
{
    const Region whole = wholeOf(shape);
    return {std::max(region.top, whole.top), std::max(region.left, whole.left),
            std::min(region.bottom, whole.bottom), std::min(region.right, whole.right)};
}

Region underWindows(const NetworkLayer& layer, const Region& out)
{
    const auto stride = static_cast<int>(layer.option("stride"));
    const auto padding = static_cast<int>(layer.option("padding"));
    const auto span = static_cast<int>(kernelSpan(layer));
    return clipped({out.top * stride - padding, out.left * stride - padding,
                    out.bottom * stride - padding + span - 1, out.right * stride - padding + span - 1},
                   layer.inputShape);
}

/// Of an adaptive pool, see partAt().
Region inParts(const NetworkLayer& layer, const Region& out)
{
    const int height = layer.inputShape[1];
    const int width = layer.inputShape[2];
    const int down = layer.outputShape[1];
    const int right = layer.outputShape[2];
    return {out.top * height / down, out.left * width / right,
            ((out.bottom + 1) * height + down - 1) / down - 1,
            ((out.right + 1) * width + right - 1) / right - 1};
}

/// Where the values of a vector were in the maps that it is made of.
Region beforeFlatten(const NetworkLayer& layer, const Region& out)
{
    if (layer.inputShape.size() != 3)
        return out;
    const int width = layer.inputShape[2];
    const int map = layer.inputShape[1] * width;
    if (out.right - out.left >= map)
        return wholeOf(layer.inputShape);
    Region region;
    for (int i = out.left; i <= out.right; ++i) {
        const int y = i % map / width;
        region = united(region, {y, i % width, y, i % width});
    }
    return region;
}

/// A side that a Softmax goes along is seen whole.
Region alongSide(const NetworkLayer& layer, Region out)
{
    const auto sides = static_cast<std::int64_t>(layer.inputShape.size()) + 1;  // with the batch
    const std::int64_t dim = layer.option("dim") < 0 ? layer.option("dim") + sides : layer.option("dim");
    const Region whole = wholeOf(layer.inputShape);
    if (dim == 2)
        std::tie(out.top, out.bottom) = std::tie(whole.top, whole.bottom);
    if (dim == 3 || sides == 2)
        std::tie(out.left, out.right) = std::tie(whole.left, whole.right);
    return out;
}

/// The places of its input that go into places of the module's output.
Region seenBy(const NetworkLayer& layer, const Region& out)
{
    if (out.isEmpty())
        return out;
    switch (layer.info().shape) {
    case ShapeRule::Pooled:
    case ShapeRule::Convolved:
        return underWindows(layer, out);
    case ShapeRule::PooledTo:
        return inParts(layer, out);
    case ShapeRule::Multiplied:
        return wholeOf(layer.inputShape);
    case ShapeRule::Normalised:
        return layer.kind == LayerKind::BatchNorm2d ? out : wholeOf(layer.inputShape);
    case ShapeRule::Flattened:
        return beforeFlatten(layer, out);
    case ShapeRule::Same:
        return layer.kind == LayerKind::Softmax ? alongSide(layer, out) : out;
    case ShapeRule::Block:
        return out;
    }
    return out;
}

}  // namespace

Region wholeOf(const std::vector<int>& shape)
{
    if (shape.size() == 3)
        return {0, 0, shape[1] - 1, shape[2] - 1};
    return {0, 0, 0, shape.empty() ? -1 : shape.back() - 1};
}

Box receptiveField(const std::vector<NetworkLayer>& layers, const std::string& module, const Region& places)
{
    std::map<std::string, Region> needed{{module, places}};
    for (const std::size_t place : std::views::reverse(forwardOrder(layers))) {
        const NetworkLayer& layer = layers[place];
        const auto found = needed.find(layer.path);
        if (found == needed.end())
            continue;
        const Region seen = seenBy(layer, found->second);
        for (const std::string& source : layer.sources)
            needed[source] = united(needed[source], seen);
    }
    const Region& pixels = needed["input"];
    if (pixels.isEmpty())
        return {};
    return {pixels.left, pixels.top, pixels.right - pixels.left + 1, pixels.bottom - pixels.top + 1};
}

}  // namespace glyphscope
