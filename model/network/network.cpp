// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/network.h"

#include "model/kernels/fast_network.h"
#include "model/network/detail/features.h"
#include "model/network/detail/linear.h"
#include "model/types/error.h"
#include "torch_hooks/hooked.h"

#include <algorithm>
#include <mutex>
#include <utility>

namespace glyphscope {
namespace {

std::mutex generatorMutex;  // over LibTorch's global generator, from seeding it to the last draw

/// The module of a layer with what its parameters are drawn to be.
std::shared_ptr<torch::nn::Module> moduleOf(const NetworkLayer& layer)
{
    namespace nn = torch::nn;
    switch (layer.kind) {
    case LayerKind::Conv2d:
        return std::make_shared<torch_hooks::Hooked<nn::Conv2dImpl>>(
            nn::Conv2dOptions(layer.inputShape[0], layer.option("out_channels"), layer.option("kernel_size"))
                .stride(layer.option("stride"))
                .padding(layer.option("padding")));
    case LayerKind::ReLU:
        return std::make_shared<torch_hooks::Hooked<nn::ReLUImpl>>();
    case LayerKind::MaxPool2d:
        return std::make_shared<torch_hooks::Hooked<nn::MaxPool2dImpl>>(
            nn::MaxPool2dOptions(layer.option("kernel_size"))
                .stride(layer.option("stride"))
                .padding(layer.option("padding")));
    case LayerKind::Flatten:
        return std::make_shared<torch_hooks::Hooked<nn::FlattenImpl>>();
    case LayerKind::Linear:
        return std::make_shared<torch_hooks::Hooked<nn::LinearImpl>>(layer.inputShape[0],
                                                                     layer.option("out_features"));
    default:
        break;
    }
    throw Error(GLYPHSCOPE_TEXT("Network", "%1: cannot be built."), layer.path);
}

/// Whether nobody else needs the values that a layer of this kind gave: they may be changed where they lie.
bool givesItsOwn(LayerKind kind)
{
    return kind == LayerKind::Conv2d || kind == LayerKind::Linear || kind == LayerKind::MaxPool2d;
}

}  // namespace

Network::Network(NetworkSpec spec)
    : m_spec(std::move(spec))
    , m_layers(layersOf(m_spec))
    , m_dropoutPlace(dropoutPlace(m_layers))
    , m_featureCount(featureLayers(m_layers))
{
    for (const NetworkLayer& layer : m_layers) {
        Child child{registerModule(layer.path, moduleOf(layer))};
        child.hooks = torch_hooks::hookPointOf(*child.module);
        if (auto* convolution = dynamic_cast<torch::nn::Conv2dImpl*>(child.module.get())) {
            child.weight = &convolution->weight;
            child.bias = &convolution->bias;
        } else if (auto* linear = dynamic_cast<torch::nn::LinearImpl*>(child.module.get())) {
            child.weight = &linear->weight;
            child.bias = &linear->bias;
        }
        m_children.push_back(std::move(child));
    }
}

torch::Tensor Network::forward(torch::Tensor x, const torch::Tensor& dropout)
{
    for (std::size_t i = 0; i < m_children.size(); ++i) {
        if (i == m_dropoutPlace && dropout.defined())
            x = x * dropout;
        x = callHooked(i, std::move(x));
    }
    return x;
}

torch::Tensor Network::callHooked(std::size_t place, torch::Tensor x) const
{
    torch_hooks::Tensors input;
    input.push_back(std::move(x));
    return std::move(m_children[place].hooks->call(std::move(input)).front());
}

torch::Tensor Network::forwardFused(torch::Tensor x, torch::ScalarType type, const torch::Tensor& dropout,
                                    const std::vector<bool>& called)
{
    const auto isCalled = [&called](std::size_t i) { return i < called.size() && called[i]; };
    bool features = m_featureCount > 0 && hasFeatures(x, type);
    for (std::size_t i = 0; i < m_featureCount; ++i)
        features = features && !isCalled(i);
    std::size_t place = 0;
    if (features) {
        std::vector<torch::Tensor> values;
        for (; place < m_featureCount; ++place)
            if (m_children[place].weight != nullptr)
                values.insert(values.end(), {*m_children[place].weight, *m_children[place].bias});
        x = glyphscope::features(x, {values[0], values[1], values[2], values[3]}, type);
    }
    for (; place < m_children.size(); ++place) {
        if (place == m_dropoutPlace && dropout.defined())
            x = x.to(type) * dropout.to(type);
        if (isCalled(place)) {
            x = callHooked(place, x.to(torch::kFloat));
            continue;
        }
        x = x.to(type);
        const bool poolFirst = place + 1 < m_children.size() && m_layers[place].kind == LayerKind::ReLU &&
                               m_layers[place + 1].kind == LayerKind::MaxPool2d && !isCalled(place + 1);
        const bool inPlace = place > 0 && givesItsOwn(m_layers[place - 1].kind) && !isCalled(place - 1);
        if (poolFirst) {
            x = fused(place + 1, std::move(x), type).relu_();
            ++place;
        } else if (m_layers[place].kind == LayerKind::ReLU && inPlace) {
            x = x.relu_();
        } else {
            x = fused(place, std::move(x), type);
        }
    }
    return x.to(torch::kFloat);
}

torch::Tensor Network::fused(std::size_t place, torch::Tensor x, torch::ScalarType type) const
{
    const NetworkLayer& layer = m_layers[place];
    const Child& child = m_children[place];
    switch (layer.kind) {
    case LayerKind::Conv2d:
        return torch::conv2d(x, child.weight->to(type), child.bias->to(type), layer.option("stride"),
                             layer.option("padding"));
    case LayerKind::MaxPool2d:
        return torch::max_pool2d(x, layer.option("kernel_size"), layer.option("stride"),
                                 layer.option("padding"));
    case LayerKind::Linear:
        return isLargeLinear(*child.weight) ? sharedLinear(x, *child.weight, *child.bias, type)
                                            : torch::linear(x, child.weight->to(type), child.bias->to(type));
    case LayerKind::Flatten:
        return x.flatten(1);
    case LayerKind::ReLU:
        return x.relu();
    default:
        return x;
    }
}

bool Network::sharesItself(torch::ScalarType type) const
{
    const std::size_t covered = hasFeatureKernels(type) ? m_featureCount : 0;
    return std::all_of(m_layers.begin() + static_cast<std::ptrdiff_t>(covered), m_layers.end(),
                       [](const NetworkLayer& layer) {
                           return layer.kind != LayerKind::Conv2d && layer.kind != LayerKind::MaxPool2d;
                       });
}

std::vector<Network::Step> Network::steps()
{
    std::vector<Step> result;
    for (std::size_t i = 0; i < m_layers.size(); ++i)
        result.push_back({m_layers[i].path, layerText(m_layers[i]), m_children[i].hooks});
    return result;
}

std::int64_t Network::dropoutWidth() const
{
    return m_dropoutPlace < m_layers.size() ? m_layers[m_dropoutPlace].inputShape[0] : 0;
}

torch::Tensor dropoutMask(std::int64_t count, std::int64_t width, double share, std::uint64_t seed,
                          const torch::Device& device)
{
    const torch::Generator generator = at::detail::createCPUGenerator(seed);
    return torch::empty({count, width}).bernoulli_(1 - share, generator).div_(1 - share).to(device);
}

Network seededNetwork(std::uint64_t seed, const NetworkSpec& spec)
{
    const std::lock_guard lock(generatorMutex);
    torch::manual_seed(seed);
    return Network(spec);
}

Network networkToLoad(const NetworkSpec& spec)
{
    const std::lock_guard lock(generatorMutex);
    return Network(spec);
}

torch::Device deviceNamed(const std::string& name)
{
    try {
        const torch::Device device(name);
        if (device.is_cpu())
            return device;
        if (device.is_cuda() && !torch::cuda::is_available())
            throw Error(
                GLYPHSCOPE_TEXT(
                    "Network",
                    "--device %1: there is no CUDA here: this LibTorch was built without it, or no graphics "
                    "card with a driver was found. Use cpu, or point CMAKE_PREFIX_PATH at a CUDA build of "
                    "LibTorch."),
                name);
        if (device.is_cuda() &&
            (!device.has_index() || static_cast<std::size_t>(device.index()) < torch::cuda::device_count()))
            return device;
    } catch (const c10::Error&) {
        // not a device name at all: answered below
    }
    throw Error(GLYPHSCOPE_TEXT("Network", "--device %1: no such device. Choose cpu, cuda or cuda:N."), name);
}

torch::Tensor normalizePixels(const torch::Tensor& bytes, const InputSpec& input)
{
    return bytes.to(torch::kFloat).div_(255).sub_(input.mean).div_(input.deviation);
}

}  // namespace glyphscope
