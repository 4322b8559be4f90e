// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/gradient_probe.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {

using torch_hooks::Tensors;

namespace {

/// Whether a channel of it is dead where it is 0 for every image.
bool rectifies(const Network& network, const std::string& module)
{
    return std::ranges::any_of(network.layers(), [&module](const NetworkLayer& layer) {
        return layer.path == module && layer.kind == LayerKind::ReLU;
    });
}

}  // namespace

GradientProbe::GradientProbe(const NetworkSpec& spec) : m_network(networkToLoad(spec))
{
    m_network.train();
    const std::vector<Network::Step> steps = m_network.steps();
    m_layers.resize(steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        GradientFlow::Layer& layer = m_layers[i];
        layer.module = steps[i].name;
        m_hooks.emplace_back(steps[i].hooks->registerFullBackwardHook(
            [&layer](torch::nn::Module&, const Tensors&, const Tensors& gradOutputs) {
                layer.outputGradient = gradOutputs.front().norm().item<double>();
                return std::optional<Tensors>();
            }));
        if (!rectifies(m_network, steps[i].name))
            continue;
        m_hooks.emplace_back(steps[i].hooks->registerForwardHook(
            [&layer](torch::nn::Module&, const Tensors&, const Tensors& outputs) {
                const torch::Tensor channels = outputs.front().detach().transpose(0, 1).flatten(1);
                layer.dead = std::get<0>(channels.max(1)).eq(0).to(torch::kFloat).mean().item<double>();
                return std::optional<Tensors>();
            }));
    }
}

GradientFlow GradientProbe::operator()(const Network& network, const torch::Tensor& images,
                                       const torch::Tensor& labels, const Loss& loss)
{
    const auto theirs = network.named_parameters();
    for (auto& parameter : m_network.named_parameters()) {
        torch::Tensor ours = parameter.value();
        ours.mutable_grad() = torch::Tensor();
        ours.set_data(theirs[parameter.key()].detach());
    }
    GradientFlow flow;
    const std::int64_t count = std::min(kImages, images.size(0));
    flow.images = static_cast<int>(count);
    const torch::Tensor logits = m_network.forward(images.narrow(0, 0, count));
    loss(logits, labels.narrow(0, 0, count)).backward();
    flow.layers = m_layers;
    measureParameters(network, flow);
    return flow;
}

void GradientProbe::measureParameters(const Network& network, GradientFlow& flow)
{
    const torch::NoGradGuard noGrad;
    const auto theirs = network.named_parameters();
    for (const auto& parameter : m_network.named_parameters()) {
        const std::string module = parameter.key().substr(0, parameter.key().rfind('.'));
        const auto layer = std::find_if(flow.layers.begin(), flow.layers.end(),
                                        [&](const auto& l) { return l.module == module; });
        layer->weights = std::hypot(layer->weights, parameter.value().norm().item<double>());
        if (!theirs[parameter.key()].requires_grad())
            continue;
        const auto gradient = parameter.value().grad().norm().item<double>();
        flow.parameters.push_back({parameter.key(), gradient});
        layer->weightGradient = std::hypot(layer->weightGradient, gradient);
    }
}

}  // namespace glyphscope
