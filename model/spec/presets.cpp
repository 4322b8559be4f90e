// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/presets.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace glyphscope {
namespace {

LayerSpec plain(const char* name, const char* kind)
{
    return {name, kind, {}, {}};
}

LayerSpec convolution(const char* name, std::int64_t channels, std::int64_t kernel = 3,
                      std::int64_t stride = 1, bool bias = true)
{
    LayerSpec layer{name, "Conv2d", {{"out_channels", channels}, {"kernel_size", kernel}}, {}};
    if (stride != 1)
        layer.options["stride"] = stride;
    if (kernel > 1)
        layer.options["padding"] = kernel / 2;  // the picture keeps its size, but for the stride
    if (!bias)
        layer.options["bias"] = false;
    return layer;
}

/// One whose bias the norm behind it would take away again.
LayerSpec unbiased(const char* name, std::int64_t channels, std::int64_t stride = 1)
{
    return convolution(name, channels, 3, stride, false);
}

LayerSpec halving(const char* name, const char* kind = "MaxPool2d")
{
    return {name, kind, {{"kernel_size", std::int64_t{2}}}, {}};
}

LayerSpec averaging(const char* name)
{
    return {name, "AdaptiveAvgPool2d", {{"output_size", std::int64_t{1}}}, {}};
}

LayerSpec linear(const char* name, std::int64_t features)
{
    return {name, "Linear", {{"out_features", features}}, {}};
}

NetworkSpec networkOf(int classCount, std::vector<LayerSpec> layers)
{
    NetworkSpec network;
    network.classes = numberedClasses(classCount);
    network.layers = std::move(layers);
    return network;
}

NetworkSpec simpleCnn(int classCount)
{
    return networkOf(classCount, {convolution("conv1", 32), plain("relu1", "ReLU"), halving("pool1"),
                                  convolution("conv2", 64), plain("relu2", "ReLU"), halving("pool2"),
                                  plain("flatten", "Flatten"), linear("fc1", 256), plain("relu3", "ReLU"),
                                  linear("fc2", classCount)});
}

NetworkSpec simpleCnnWithNorms(int classCount)
{
    return networkOf(classCount, {unbiased("conv1", 32), plain("bn1", "BatchNorm2d"), plain("relu1", "ReLU"),
                                  halving("pool1"), unbiased("conv2", 64), plain("bn2", "BatchNorm2d"),
                                  plain("relu2", "ReLU"), halving("pool2"), plain("flatten", "Flatten"),
                                  linear("fc1", 256), plain("relu3", "ReLU"), linear("fc2", classCount)});
}

/// After Simonyan & Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition", 2015,
/// with norms, which see what the pools have left.
NetworkSpec vggWithNorms(int classCount)
{
    return networkOf(classCount, {unbiased("conv1", 32),
                                  halving("pool1"),
                                  plain("bn1", "BatchNorm2d"),
                                  plain("relu1", "ReLU"),
                                  unbiased("conv2", 64),
                                  plain("bn2", "BatchNorm2d"),
                                  plain("relu2", "ReLU"),
                                  unbiased("conv3", 64),
                                  halving("pool2"),
                                  plain("bn3", "BatchNorm2d"),
                                  plain("relu3", "ReLU"),
                                  unbiased("conv4", 128),
                                  plain("bn4", "BatchNorm2d"),
                                  plain("relu4", "ReLU"),
                                  unbiased("conv5", 128),
                                  halving("pool3"),
                                  plain("bn5", "BatchNorm2d"),
                                  plain("relu5", "ReLU"),
                                  plain("flatten", "Flatten"),
                                  {"drop", "Dropout", {{"p", 0.3}}, {}},
                                  linear("fc", classCount)});
}

/// LeCun, Bottou, Bengio & Haffner, "Gradient-Based Learning Applied to Document Recognition", 1998, with a
/// Linear where that has a radial basis.
NetworkSpec leNet(int classCount)
{
    LayerSpec second = convolution("conv2", 16, 5);
    second.options.erase("padding");
    return networkOf(classCount,
                     {convolution("conv1", 6, 5), plain("tanh1", "Tanh"), halving("pool1", "AvgPool2d"),
                      std::move(second), plain("tanh2", "Tanh"), halving("pool2", "AvgPool2d"),
                      plain("flatten", "Flatten"), linear("fc1", 120), plain("tanh3", "Tanh"),
                      linear("fc2", 84), plain("tanh4", "Tanh"), linear("fc3", classCount)});
}

NetworkSpec twoLinears(int classCount)
{
    return networkOf(classCount, {plain("flatten", "Flatten"), linear("fc1", 256), plain("relu1", "ReLU"),
                                  linear("fc2", classCount)});
}

/// After Springenberg, Dosovitskiy, Brox & Riedmiller, "Striving for Simplicity: The All Convolutional Net",
/// 2015: strides in place of pools, and no Linear.
NetworkSpec allConvolutions(int classCount)
{
    return networkOf(classCount,
                     {convolution("conv1", 32), plain("relu1", "ReLU"), convolution("conv2", 32, 3, 2),
                      plain("relu2", "ReLU"), convolution("conv3", 64), plain("relu3", "ReLU"),
                      convolution("conv4", 64, 3, 2), plain("relu4", "ReLU"), convolution("conv5", 64),
                      plain("relu5", "ReLU"), convolution("conv6", classCount, 1), averaging("gap"),
                      plain("flatten", "Flatten")});
}

LayerSpec residual(const char* name, std::int64_t channels, std::int64_t stride)
{
    LayerSpec block = plain(name, "Residual");
    block.children = {unbiased("conv1", channels, stride), plain("bn1", "BatchNorm2d"), plain("relu", "ReLU"),
                      unbiased("conv2", channels), plain("bn2", "BatchNorm2d")};
    return block;
}

/// After He, Zhang, Ren & Sun, "Deep Residual Learning for Image Recognition", 2016, as for CIFAR-10, with
/// one block a size.
NetworkSpec resNet(int classCount)
{
    return networkOf(classCount, {unbiased("conv1", 16), plain("bn1", "BatchNorm2d"), plain("relu1", "ReLU"),
                                  residual("res1", 16, 1), plain("relu2", "ReLU"), residual("res2", 32, 2),
                                  plain("relu3", "ReLU"), residual("res3", 64, 2), plain("relu4", "ReLU"),
                                  averaging("gap"), plain("flatten", "Flatten"), linear("fc", classCount)});
}

NetworkSpec tiny(int classCount)
{
    return networkOf(classCount, {unbiased("conv1", 12), plain("bn1", "BatchNorm2d"), plain("relu1", "ReLU"),
                                  halving("pool1"), unbiased("conv2", 20), plain("bn2", "BatchNorm2d"),
                                  plain("relu2", "ReLU"), halving("pool2"), unbiased("conv3", 32),
                                  plain("bn3", "BatchNorm2d"), plain("relu3", "ReLU"), averaging("gap"),
                                  plain("flatten", "Flatten"), linear("fc", classCount)});
}

constexpr auto kPresets = std::to_array<Preset>({{"simple-cnn", "SimpleCNN", simpleCnn},
                                                 {"lenet-5", "LeNet-5", leNet},
                                                 {"mlp", "MLP", twoLinears},
                                                 {"all-conv", "All-Conv", allConvolutions},
                                                 {"simple-cnn-bn", "SimpleCNN-BN", simpleCnnWithNorms},
                                                 {"vgg-bn", "VGG-BN", vggWithNorms},
                                                 {"resnet-8", "ResNet-8", resNet},
                                                 {"tiny", "Tiny", tiny}});

}  // namespace

std::span<const Preset> presets()
{
    return kPresets;
}

const Preset* presetNamed(std::string_view name)
{
    const auto found = std::ranges::find(kPresets, name, &Preset::name);
    return found == kPresets.end() ? nullptr : &*found;
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
