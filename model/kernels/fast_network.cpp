// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/kernels/fast_network.h"

#include "model/kernels/detail/forward.h"

#include <algorithm>

namespace glyphscope {
namespace {

using namespace kernels;

/// The layers that the kernels are written for, but for the last, which gives a value a class.
const std::vector<LayerSpec>& fastLayers()
{
    const auto convolution = [](std::int64_t maps) {
        return LayerSpec{"conv",
                         "Conv2d",
                         {{"out_channels", maps},
                          {"kernel_size", std::int64_t{kKernel}},
                          {"padding", std::int64_t{kKernel / 2}}},
                         {}};
    };
    const auto linear = [](std::int64_t values) {
        return LayerSpec{"linear", "Linear", {{"out_features", values}}, {}};
    };
    const LayerSpec relu{"relu", "ReLU", {}, {}};
    const LayerSpec pool{"pool", "MaxPool2d", {{"kernel_size", std::int64_t{kSide1 / kSide2}}}, {}};
    const LayerSpec flatten{"flatten", "Flatten", {}, {}};
    static const std::vector<LayerSpec> layers{
        convolution(kMaps1), relu, pool, convolution(kMaps2), relu, pool, flatten, linear(kHidden), relu};
    return layers;
}

constexpr std::size_t kFeatureLayers = 6;

/// Whether the first layers are the first `count` of fastLayers(), each of them with its input's size.
bool beginsFast(const std::vector<NetworkLayer>& layers, std::size_t count)
{
    const auto fits = [](const LayerSpec& fast, const NetworkLayer& layer) {
        return computeTheSame(fast, layer.spec);
    };
    return layers.size() >= count && layers.front().inputShape == std::vector{1, kSide1, kSide1} &&
           std::equal(fastLayers().begin(), fastLayers().begin() + static_cast<std::ptrdiff_t>(count),
                      layers.begin(), fits);
}

}  // namespace

bool canRead(const NetworkSpec& network)
{
    const std::vector<NetworkLayer> layers = layersOf(network);
    return layers.size() == fastLayers().size() + 1 && beginsFast(layers, fastLayers().size()) &&
           layers.back().kind == LayerKind::Linear && layers.back().flag("bias") &&
           network.classes.size() <= static_cast<std::size_t>(kMostClasses);
}

std::size_t featureLayers(const std::vector<NetworkLayer>& layers)
{
    return beginsFast(layers, kFeatureLayers) ? kFeatureLayers : 0;
}

}  // namespace glyphscope
