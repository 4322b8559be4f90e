// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/linear.h"
#include "model/network/detail/network.h"
#include "model/network/detail/shared.h"

#include <algorithm>

namespace glyphscope {
namespace {

/// What is computed in float although products are of `type`: sums over many values, and exponentials.
bool needsFloat(LayerKind kind)
{
    switch (kind) {
    case LayerKind::BatchNorm2d:
    case LayerKind::GroupNorm:
    case LayerKind::LayerNorm:
    case LayerKind::GELU:
    case LayerKind::Softmax:
        return true;
    default:
        return false;
    }
}

}  // namespace

/// The network's modules without their hooks, in any tree: stretches of modules that treat every image by
/// itself are shared out together.
class Network::FusedPass {
public:
    FusedPass(const Network& network, const FusedOptions& options) : m_network(network), m_options(options)
    {
        const std::size_t count = network.m_layers.size();
        m_apart.resize(count);
        for (std::size_t i = count; i-- > 0;) {
            const NetworkLayer& layer = network.m_layers[i];
            const Child& child = network.m_children[i];
            m_apart[i] = isCalled(i) || (layer.kind == LayerKind::BatchNorm2d && network.is_training()) ||
                         (layer.kind == LayerKind::Linear && isLargeLinear(*child.weight)) ||
                         std::ranges::any_of(layer.children, [this](int at) { return apart(at); });
        }
    }

    torch::Tensor operator()(const torch::Tensor& x) const { return chain(m_network.m_top, x); }

private:
    [[nodiscard]] bool isCalled(std::size_t place) const
    {
        return place < m_options.called.size() &&
               (m_options.called[place].before || m_options.called[place].behind);
    }
    [[nodiscard]] bool apart(int place) const { return m_apart[static_cast<std::size_t>(place)]; }
    [[nodiscard]] const NetworkLayer& layer(int place) const
    {
        return m_network.m_layers[static_cast<std::size_t>(place)];
    }

    torch::Tensor chain(const std::vector<int>& places, torch::Tensor x) const
    {
        for (std::size_t i = 0; i < places.size();) {
            std::size_t end = i;
            while (end < places.size() && !apart(places[end]))
                ++end;
            if (end > i) {
                x = together({places.begin() + static_cast<std::ptrdiff_t>(i),
                              places.begin() + static_cast<std::ptrdiff_t>(end)},
                             std::move(x));
                i = end;
            } else {
                x = one(places[i++], std::move(x));
            }
        }
        return x;
    }

    /// Modules none of which stands apart, over the pieces of the batch.
    torch::Tensor together(const std::vector<int>& places, torch::Tensor x) const
    {
        std::vector<torch::Tensor> inputs{std::move(x)};
        if (m_options.dropout.defined())
            inputs.push_back(m_options.dropout);
        std::vector<torch::Tensor> parameters;
        for (const int place : places)
            addParameters(place, parameters);
        return sharedOut(inputs, parameters, [&](std::int64_t piece, const std::vector<torch::Tensor>& mine) {
            return plainChain(places, mine.front(), {piece, mine.size() > 1 ? mine[1] : torch::Tensor()});
        });
    }

    void addParameters(int place, std::vector<torch::Tensor>& parameters) const
    {
        for (const torch::Tensor& parameter :
             m_network.m_children[static_cast<std::size_t>(place)].module->parameters())
            parameters.push_back(parameter);
    }

    torch::Tensor one(int place, torch::Tensor x) const
    {
        const auto at = static_cast<std::size_t>(place);
        const NetworkLayer& here = layer(place);
        if (at == m_network.m_dropoutPlace && m_options.dropout.defined())
            x = x * m_options.dropout.to(x.scalar_type());
        if (isCalled(at))
            return m_network.callHooked(at, x.to(torch::kFloat));
        switch (here.kind) {
        case LayerKind::Residual: {
            const torch::Tensor body = chain({here.children[0]}, x);
            const torch::Tensor other = chain({here.children[1]}, x);
            return sharedOut({body, other}, {}, [](std::int64_t, const std::vector<torch::Tensor>& mine) {
                return mine[0] + mine[1];
            });
        }
        case LayerKind::Sequential:
        case LayerKind::Repeat:
            return chain(here.children, std::move(x));
        case LayerKind::Linear:
            return linear(at, std::move(x));
        default:
            return m_network.batchNorm(at, x);
        }
    }

    [[nodiscard]] torch::Tensor linear(std::size_t at, torch::Tensor x) const
    {
        const Child& child = m_network.m_children[at];
        if (x.is_cpu() && child.bias->defined())
            return sharedLinear(std::move(x), *child.weight, *child.bias, m_options.type);
        return plainLinear(child, x);
    }

    [[nodiscard]] torch::Tensor typed(const torch::Tensor& parameter) const
    {
        return parameter.defined() ? parameter.to(m_options.type) : parameter;
    }

    [[nodiscard]] torch::Tensor plainLinear(const Child& child, const torch::Tensor& x) const
    {
        return torch::linear(x.to(m_options.type), typed(*child.weight), typed(*child.bias));
    }

    struct Piece {
        std::int64_t number;
        torch::Tensor dropout;
    };

    torch::Tensor plainChain(const std::vector<int>& places, torch::Tensor x, const Piece& piece) const
    {
        for (std::size_t i = 0; i < places.size(); ++i) {
            const bool poolFirst = i + 1 < places.size() && layer(places[i]).kind == LayerKind::ReLU &&
                                   layer(places[i + 1]).kind == LayerKind::MaxPool2d;
            if (poolFirst)  // which commutes, and leaves less to do
                x = plain(places[++i], x, piece).relu();
            else
                x = plain(places[i], std::move(x), piece);
        }
        return x;
    }

    torch::Tensor plain(int place, torch::Tensor x, const Piece& piece) const
    {
        const auto at = static_cast<std::size_t>(place);
        const NetworkLayer& here = layer(place);
        if (at == m_network.m_dropoutPlace && piece.dropout.defined())
            x = x * piece.dropout.to(x.scalar_type());
        if (here.kind == LayerKind::Residual)
            return plainChain({here.children[0]}, x, piece) + plainChain({here.children[1]}, x, piece);
        if (here.isBlock())
            return plainChain(here.children, std::move(x), piece);
        if (needsFloat(here.kind))
            x = x.to(torch::kFloat);
        return plainModule(at, x, piece);
    }

    torch::Tensor plainModule(std::size_t at, const torch::Tensor& x, const Piece& piece) const
    {
        const NetworkLayer& here = m_network.m_layers[at];
        const Child& child = m_network.m_children[at];
        switch (here.kind) {
        case LayerKind::Conv2d:
            return torch::conv2d(x.to(m_options.type), typed(*child.weight), typed(*child.bias),
                                 here.option("stride"), here.option("padding"), here.option("dilation"),
                                 here.option("groups"));
        case LayerKind::Linear:
            return plainLinear(child, x);
        case LayerKind::Dropout:
        case LayerKind::Dropout2d:
            return dynamic_cast<const SeededDropout&>(*child.module).drop(x, piece.number);
        case LayerKind::GroupNorm:
            return torch::group_norm(x, here.option("num_groups"), *child.weight, *child.bias,
                                     here.real("eps"));
        case LayerKind::LayerNorm:
            return torch::layer_norm(x, x.sizes().slice(1), *child.weight, *child.bias, here.real("eps"));
        case LayerKind::BatchNorm2d:
            return m_network.batchNorm(at, x);
        default:
            return withoutParameters(here, x);
        }
    }

    static torch::Tensor withoutParameters(const NetworkLayer& here, const torch::Tensor& x)
    {
        switch (here.kind) {
        case LayerKind::ReLU:
            return x.relu();
        case LayerKind::LeakyReLU:
            return torch::leaky_relu(x, here.real("negative_slope"));
        case LayerKind::GELU:
            return torch::gelu(x);
        case LayerKind::Sigmoid:
            return x.sigmoid();
        case LayerKind::Tanh:
            return x.tanh();
        case LayerKind::MaxPool2d:
            return torch::max_pool2d(x, here.option("kernel_size"), here.option("stride"),
                                     here.option("padding"));
        case LayerKind::AvgPool2d:
            return torch::avg_pool2d(x, here.option("kernel_size"), here.option("stride"),
                                     here.option("padding"));
        case LayerKind::AdaptiveAvgPool2d:
            return here.option("output_size") == 1
                       ? x.mean({2, 3}, true)
                       : torch::adaptive_avg_pool2d(x,
                                                    {here.option("output_size"), here.option("output_size")});
        case LayerKind::Flatten:
            return x.flatten(1);
        case LayerKind::Softmax:
            return x.softmax(here.option("dim"));
        default:
            return x;  // Identity
        }
    }

    const Network& m_network;
    const FusedOptions& m_options;
    std::vector<bool> m_apart;  // by layer: it looks at the whole batch, or shares itself out, or holds such
};

torch::Tensor Network::batchNorm(std::size_t place, const torch::Tensor& x) const
{
    auto& norm = dynamic_cast<torch::nn::BatchNorm2dImpl&>(*m_children[place].module);
    const BatchNormState state{norm.weight,
                               norm.bias,
                               norm.running_mean,
                               norm.running_var,
                               norm.options.momentum().value_or(0),
                               norm.options.eps()};
    if (!is_training())
        return torch::batch_norm(x.to(torch::kFloat), state.weight, state.bias, state.mean, state.variance,
                                 false, state.momentum, state.eps, false);
    norm.num_batches_tracked += 1;
    return sharedBatchNorm(x, state);
}

torch::Tensor Network::forwardTree(const torch::Tensor& x, const FusedOptions& options) const
{
    return FusedPass(*this, options)(x).to(torch::kFloat);
}

}  // namespace glyphscope
