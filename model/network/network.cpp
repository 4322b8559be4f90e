// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/network.h"

#include "model/kernels/fast_network.h"
#include "model/network/detail/features.h"
#include "model/network/detail/linear.h"
#include "model/types/error.h"

#include <algorithm>
#include <mutex>
#include <utility>

namespace glyphscope {
namespace {

std::mutex generatorMutex;  // over LibTorch's global generator, from seeding it to the last draw

/// Whether nobody else needs the values that a layer of this kind gave: they may be changed where they lie.
bool givesItsOwn(LayerKind kind)
{
    return kind == LayerKind::Conv2d || kind == LayerKind::Linear || kind == LayerKind::MaxPool2d;
}

/// Whether all of it is a chain that forwardFused() takes apart by itself: what features() computes, and
/// behind that, or in place of it, nothing that slides.
bool isPlainChain(const std::vector<NetworkLayer>& layers, std::size_t features)
{
    const auto isPlain = [](const NetworkLayer& layer) {
        return layer.kind == LayerKind::ReLU || layer.kind == LayerKind::Flatten ||
               (layer.kind == LayerKind::Linear && layer.flag("bias"));
    };
    return std::all_of(layers.begin() + static_cast<std::ptrdiff_t>(features), layers.end(), isPlain);
}

/// While it lives, modules anywhere in the network find this dropout.
class DropoutForNow {
public:
    DropoutForNow(StepDraws* draws, const torch::Tensor& dropout)
        : m_draws(dropout.defined() ? draws : nullptr)
    {
        if (m_draws != nullptr)
            m_draws->dropout = dropout;
    }
    ~DropoutForNow()
    {
        if (m_draws != nullptr)
            m_draws->dropout = torch::Tensor();
    }
    DropoutForNow(const DropoutForNow&) = delete;
    DropoutForNow& operator=(const DropoutForNow&) = delete;

private:
    StepDraws* m_draws;
};

}  // namespace

Network::Network(NetworkSpec spec)
    : m_spec(std::move(spec))
    , m_layers(layersOf(m_spec))
    , m_dropoutPlace(dropoutPlace(m_layers))
    , m_featureCount(featureLayers(m_layers))
    , m_chain(isPlainChain(m_layers, m_featureCount))
    , m_draws(std::make_shared<StepDraws>())
{
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const NetworkLayer& layer = m_layers[i];
        Child child{makeModule(layer, i, m_draws)};
        child.hooks = torch_hooks::hookPointOf(*child.module);
        findParameters(child);
        if (layer.parent < 0) {
            registerModule(layer.path, child.module);
            m_top.push_back(static_cast<int>(i));
        } else {
            auto& block = dynamic_cast<Block&>(*m_children[static_cast<std::size_t>(layer.parent)].module);
            block.add(std::string(layer.name()), child.module, i == m_dropoutPlace ? m_draws : nullptr);
        }
        m_children.push_back(std::move(child));
    }
}

void Network::findParameters(Child& child)
{
    const auto take = [&child](auto* module) {
        if (module != nullptr) {
            child.weight = &module->weight;
            child.bias = &module->bias;
        }
    };
    take(dynamic_cast<torch::nn::Conv2dImpl*>(child.module.get()));
    take(dynamic_cast<torch::nn::LinearImpl*>(child.module.get()));
    take(dynamic_cast<torch::nn::GroupNormImpl*>(child.module.get()));
    take(dynamic_cast<torch::nn::LayerNormImpl*>(child.module.get()));
}

torch::Tensor Network::forward(torch::Tensor x, const torch::Tensor& dropout)
{
    const DropoutForNow now(m_draws.get(), dropout);
    for (const int place : m_top) {
        const auto i = static_cast<std::size_t>(place);
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
    const DropoutForNow now(m_draws.get(), dropout);
    if (!m_chain)
        return forwardTree(x, {type, dropout, called});
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
    if (!m_chain)
        return true;
    const std::size_t covered = hasFeatureKernels(type) ? m_featureCount : 0;
    return std::all_of(m_layers.begin() + static_cast<std::ptrdiff_t>(covered), m_layers.end(),
                       [](const NetworkLayer& layer) {
                           return layer.kind != LayerKind::Conv2d && layer.kind != LayerKind::MaxPool2d;
                       });
}

std::vector<Network::Step> Network::steps()
{
    std::vector<Step> result;
    for (const std::size_t i : forwardOrder(m_layers))
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
    Network network(spec);
    network.eval();
    return network;
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
