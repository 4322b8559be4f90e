// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/modules.h"

#include "model/types/error.h"
#include "model/types/split_mix.h"
#include "torch_hooks/hooked.h"

#include <utility>

namespace glyphscope {
namespace {

namespace nn = torch::nn;

template <typename Impl, typename... Arguments>
std::shared_ptr<nn::Module> hooked(Arguments&&... arguments)
{
    return std::make_shared<torch_hooks::Hooked<Impl>>(std::forward<Arguments>(arguments)...);
}

std::shared_ptr<nn::Module> convolution(const NetworkLayer& layer)
{
    return hooked<nn::Conv2dImpl>(
        nn::Conv2dOptions(layer.inputShape[0], layer.option("out_channels"), layer.option("kernel_size"))
            .stride(layer.option("stride"))
            .padding(layer.option("padding"))
            .dilation(layer.option("dilation"))
            .groups(layer.option("groups"))
            .bias(layer.flag("bias")));
}

std::shared_ptr<nn::Module> norm(const NetworkLayer& layer)
{
    const double eps = layer.real("eps");
    if (layer.kind == LayerKind::BatchNorm2d)
        return hooked<nn::BatchNorm2dImpl>(nn::BatchNorm2dOptions(layer.inputShape[0])
                                               .eps(eps)
                                               .momentum(layer.real("momentum"))
                                               .affine(layer.flag("affine")));
    if (layer.kind == LayerKind::GroupNorm)
        return hooked<nn::GroupNormImpl>(nn::GroupNormOptions(layer.option("num_groups"), layer.inputShape[0])
                                             .eps(eps)
                                             .affine(layer.flag("affine")));
    return hooked<nn::LayerNormImpl>(nn::LayerNormOptions({layer.inputShape.begin(), layer.inputShape.end()})
                                         .eps(eps)
                                         .elementwise_affine(layer.flag("elementwise_affine")));
}

template <typename Impl, typename Options>
std::shared_ptr<nn::Module> window(const NetworkLayer& layer)
{
    return hooked<Impl>(
        Options(layer.option("kernel_size")).stride(layer.option("stride")).padding(layer.option("padding")));
}

}  // namespace

void Block::add(const std::string& name, const std::shared_ptr<torch::nn::Module>& child,
                std::shared_ptr<const StepDraws> draws)
{
    registerModule(name, child);
    m_children.push_back({torch_hooks::hookPointOf(*child), std::move(draws)});
}

torch::Tensor Block::forward(const torch::Tensor& x)
{
    const auto call = [](const Child& child, torch::Tensor value) {
        if (child.draws && child.draws->dropout.defined())
            value = value * child.draws->dropout;
        torch_hooks::Tensors input;
        input.push_back(std::move(value));
        return std::move(child.hooks->call(std::move(input)).front());
    };
    if (m_adds) {
        const torch::Tensor body = call(m_children[0], x);
        return body + call(m_children[1], x);
    }
    torch::Tensor value = x;
    for (const Child& child : m_children)
        value = call(child, std::move(value));
    return value;
}

SeededDropout::SeededDropout(double share, bool wholeMaps, std::uint64_t number,
                             std::shared_ptr<const StepDraws> draws)
    : m_share(share), m_wholeMaps(wholeMaps), m_number(number), m_draws(std::move(draws))
{
}

torch::Tensor SeededDropout::drop(const torch::Tensor& x, std::int64_t piece) const
{
    if (!is_training() || m_share == 0)
        return x;
    if (m_share == 1)
        return x * 0;
    const std::uint64_t seed = mixSeed(mixSeed(m_draws->seed, m_number), static_cast<std::uint64_t>(piece));
    std::vector<std::int64_t> shape = x.sizes().vec();
    for (std::size_t side = 2; m_wholeMaps && side < shape.size(); ++side)
        shape[side] = 1;
    const torch::Tensor mask =
        torch::empty(shape).bernoulli_(1 - m_share, at::detail::createCPUGenerator(seed)).div_(1 - m_share);
    return x * mask.to(x.options());
}

std::shared_ptr<torch::nn::Module> makeModule(const NetworkLayer& layer, std::uint64_t number,
                                              const std::shared_ptr<const StepDraws>& draws)
{
    switch (layer.kind) {
    case LayerKind::Conv2d:
        return convolution(layer);
    case LayerKind::Linear:
        return hooked<nn::LinearImpl>(
            nn::LinearOptions(layer.inputShape[0], layer.option("out_features")).bias(layer.flag("bias")));
    case LayerKind::BatchNorm2d:
    case LayerKind::GroupNorm:
    case LayerKind::LayerNorm:
        return norm(layer);
    case LayerKind::ReLU:
        return hooked<nn::ReLUImpl>();
    case LayerKind::LeakyReLU:
        return hooked<nn::LeakyReLUImpl>(nn::LeakyReLUOptions().negative_slope(layer.real("negative_slope")));
    case LayerKind::GELU:
        return hooked<nn::GELUImpl>();
    case LayerKind::Sigmoid:
        return hooked<nn::SigmoidImpl>();
    case LayerKind::Tanh:
        return hooked<nn::TanhImpl>();
    case LayerKind::MaxPool2d:
        return window<nn::MaxPool2dImpl, nn::MaxPool2dOptions>(layer);
    case LayerKind::AvgPool2d:
        return window<nn::AvgPool2dImpl, nn::AvgPool2dOptions>(layer);
    case LayerKind::AdaptiveAvgPool2d:
        return hooked<nn::AdaptiveAvgPool2dImpl>(nn::AdaptiveAvgPool2dOptions(layer.option("output_size")));
    case LayerKind::Dropout:
    case LayerKind::Dropout2d:
        return std::make_shared<SeededDropout>(layer.real("p"), layer.kind == LayerKind::Dropout2d, number,
                                               draws);
    case LayerKind::Flatten:
        return hooked<nn::FlattenImpl>();
    case LayerKind::Identity:
        return hooked<nn::IdentityImpl>();
    case LayerKind::Softmax:
        return hooked<nn::SoftmaxImpl>(layer.option("dim"));
    case LayerKind::Sequential:
    case LayerKind::Repeat:
    case LayerKind::Residual:
        return std::make_shared<Block>(layer.kind == LayerKind::Residual);
    }
    throw Error(GLYPHSCOPE_TEXT("Network", "%1: cannot be built."), layer.path);
}

}  // namespace glyphscope
