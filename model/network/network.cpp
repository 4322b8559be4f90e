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

bool isCalled(const std::vector<Network::Called>& called, std::size_t place)
{
    return place < called.size() && (called[place].before || called[place].behind);
}

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
                                    const std::vector<Called>& called)
{
    const DropoutForNow now(m_draws.get(), dropout);
    if (!m_chain)
        return forwardTree(x, {type, dropout, called});
    const bool features = m_featureCount > 0 && hasFeatures(x, type);
    for (std::size_t place = 0; place < m_children.size();) {
        if (const std::size_t end = features ? featuresFrom(place, called) : place; end > place) {
            x = featuresThroughHooks(place, end, x.to(torch::kFloat), type, called);
            place = end;
            continue;
        }
        if (place == m_dropoutPlace && dropout.defined())
            x = x * dropout.to(x.scalar_type());
        if (isCalled(called, place)) {
            x = fusedThroughHooks(place++, std::move(x), type);
            continue;
        }
        const bool poolFirst = place + 1 < m_children.size() && m_layers[place].kind == LayerKind::ReLU &&
                               m_layers[place + 1].kind == LayerKind::MaxPool2d &&
                               !isCalled(called, place + 1);
        const bool inPlace =
            place > 0 && givesItsOwn(m_layers[place - 1].kind) && !isCalled(called, place - 1);
        if (poolFirst)
            x = fused(++place, std::move(x), type).relu_();
        else if (m_layers[place].kind == LayerKind::ReLU && inPlace)
            x = x.relu_();
        else
            x = fused(place, std::move(x), type);
        ++place;
    }
    return x.to(torch::kFloat);
}

torch::Tensor Network::fusedThroughHooks(std::size_t place, torch::Tensor x, torch::ScalarType type) const
{
    const auto forward = [&](torch_hooks::Tensors& inputs) {
        return torch_hooks::Tensors{fused(place, inputs.front(), type).to(torch::kFloat)};
    };
    return torch_hooks::callInPlaceOf(*m_children[place].module, {x.to(torch::kFloat)}, forward).front();
}

/// The end of the layers from `place` on that features() computes together: no hook acts between them.
std::size_t Network::featuresFrom(std::size_t place, const std::vector<Called>& called) const
{
    const std::size_t half = m_featureCount / 2;
    const auto apart = [&called](std::size_t i) {
        return i < called.size() && (called[i].before || called[i - 1].behind);
    };
    const auto together = [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin + 1; i < end; ++i)
            if (apart(i))
                return false;
        return true;
    };
    if (place == 0 && together(0, m_featureCount))
        return m_featureCount;
    const bool begins = place == 0 || place == half;
    return begins && place < m_featureCount && together(place, place + half) ? place + half : place;
}

/// features() from `begin` to `end`, with the hooks that act on what goes into the first of these layers and
/// what comes out of the last.
torch::Tensor Network::featuresThroughHooks(std::size_t begin, std::size_t end, torch::Tensor x,
                                            torch::ScalarType type, const std::vector<Called>& called) const
{
    const auto hooksOf = [this](std::size_t place, torch::Tensor value) {
        return torch_hooks::callInPlaceOf(*m_children[place].module, {std::move(value)},
                                          [](torch_hooks::Tensors& values) { return values; })
            .front();
    };
    std::vector<torch::Tensor> values;
    for (std::size_t i = 0; i < m_featureCount; ++i)
        if (m_children[i].weight != nullptr)
            values.insert(values.end(), {*m_children[i].weight, *m_children[i].bias});
    const FeatureSpan span = begin > 0              ? FeatureSpan::Second
                             : end < m_featureCount ? FeatureSpan::First
                                                    : FeatureSpan::Whole;
    if (begin < called.size() && called[begin].before)
        x = hooksOf(begin, std::move(x));
    x = features(x, {values[0], values[1], values[2], values[3]}, type, span);
    return end <= called.size() && called[end - 1].behind ? hooksOf(end - 1, std::move(x)) : x;
}

torch::Tensor Network::fused(std::size_t place, torch::Tensor x, torch::ScalarType type) const
{
    const NetworkLayer& layer = m_layers[place];
    const Child& child = m_children[place];
    switch (layer.kind) {
    case LayerKind::Conv2d:
        return torch::conv2d(x.to(type), child.weight->to(type), child.bias->to(type), layer.option("stride"),
                             layer.option("padding"));
    case LayerKind::MaxPool2d:
        return torch::max_pool2d(x, layer.option("kernel_size"), layer.option("stride"),
                                 layer.option("padding"));
    case LayerKind::Linear:
        return isLargeLinear(*child.weight)
                   ? sharedLinear(x, *child.weight, *child.bias, type)
                   : torch::linear(x.to(type), child.weight->to(type), child.bias->to(type));
    case LayerKind::Flatten:
        return x.flatten(1);
    case LayerKind::ReLU:
        return x.relu();
    default:
        return x;
    }
}

bool Network::sharesItself(torch::ScalarType type, const std::vector<Called>& called) const
{
    if (!m_chain)
        return true;
    std::size_t covered = 0;
    while (hasFeatureKernels(type) && featuresFrom(covered, called) > covered)
        covered = featuresFrom(covered, called);
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
