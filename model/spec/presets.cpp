// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/presets.h"

#include <algorithm>
#include <array>

namespace glyphscope {
namespace {

LayerSpec convolution(const char* name, std::int64_t channels)
{
    return {name,
            "Conv2d",
            {{"out_channels", channels}, {"kernel_size", std::int64_t{3}}, {"padding", std::int64_t{1}}},
            {}};
}

LayerSpec halving(const char* name)
{
    return {name, "MaxPool2d", {{"kernel_size", std::int64_t{2}}}, {}};
}

LayerSpec linear(const char* name, std::int64_t features)
{
    return {name, "Linear", {{"out_features", features}}, {}};
}

LayerSpec plain(const char* name, const char* kind)
{
    return {name, kind, {}, {}};
}

NetworkSpec simpleCnn(int classCount)
{
    NetworkSpec network;
    network.classes = numberedClasses(classCount);
    network.layers = {convolution("conv1", 32),    plain("relu1", "ReLU"), halving("pool1"),
                      convolution("conv2", 64),    plain("relu2", "ReLU"), halving("pool2"),
                      plain("flatten", "Flatten"), linear("fc1", 256),     plain("relu3", "ReLU"),
                      linear("fc2", classCount)};
    return network;
}

constexpr std::array<Preset, 1> kPresets{{{"simple-cnn", "SimpleCNN", simpleCnn}}};

}  // namespace

std::span<const Preset> presets()
{
    return kPresets;
}

NetworkSpec shippedNetwork(int classCount)
{
    return simpleCnn(classCount);
}

std::vector<std::string> numberedClasses(int count)
{
    std::vector<std::string> names;
    for (int k = 0; k < count; ++k)
        names.push_back(std::to_string(k));
    return names;
}

std::string titleOf(const NetworkSpec& network)
{
    const auto found = std::ranges::find_if(kPresets, [&](const Preset& preset) {
        const NetworkSpec own = preset.make(static_cast<int>(network.classes.size()));
        return own.input == network.input && own.layers == network.layers;
    });
    return found == kPresets.end() ? "Network" : std::string(found->title);
}

}  // namespace glyphscope
