// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/breakdown.h"

#include <algorithm>
#include <string>
#include <vector>

namespace glyphscope {
namespace {

using torch_hooks::Tensors;

bool finite(const torch::Tensor& values)
{
    return values.isfinite().all().item<bool>();
}

/// Whether `holds` for one of the module's own parameters.
template <typename Predicate>
bool anyParameter(const Network& network, const std::string& module, Predicate holds)
{
    const auto parameters = network.named_parameters();
    return std::any_of(parameters.begin(), parameters.end(), [&](const auto& parameter) {
        return parameter.key().starts_with(module + '.') && holds(parameter.value());
    });
}

}  // namespace

Message firstNotFiniteForward(Network& network, const torch::Tensor& images, const torch::Tensor& dropout)
{
    const torch::NoGradGuard noGrad;
    if (!finite(images))
        return GLYPHSCOPE_TEXT("Training", "the images, as they were augmented, went first.");
    const std::vector<Network::Step> steps = network.steps();
    std::vector<std::string> withBadOutput;
    std::vector<torch_hooks::ScopedHook> watches;
    for (const Network::Step& step : steps)
        watches.emplace_back(
            step.hooks->registerForwardHook([&, name = step.name](auto&, auto&, const Tensors& outputs) {
                if (!finite(outputs.front()))
                    withBadOutput.push_back(name);
                return std::optional<Tensors>();
            }));
    (void)network.forward(images, dropout);
    for (const Network::Step& step : steps) {
        if (anyParameter(network, step.name, [](const torch::Tensor& p) { return !finite(p); }))
            return Message(GLYPHSCOPE_TEXT("Training", "the weights of %1 went first."), step.name);
        if (!withBadOutput.empty() && withBadOutput.front() == step.name)
            return Message(GLYPHSCOPE_TEXT("Training", "the output of %1 went first."), step.name);
    }
    return {};
}

Message firstNotFiniteBackward(Network& network)
{
    std::vector<Network::Step> steps = network.steps();
    std::reverse(steps.begin(), steps.end());
    const auto bad = std::find_if(steps.begin(), steps.end(), [&network](const Network::Step& step) {
        return anyParameter(network, step.name,
                            [](const torch::Tensor& p) { return p.grad().defined() && !finite(p.grad()); });
    });
    return bad == steps.end()
               ? Message()
               : Message(GLYPHSCOPE_TEXT("Training", "the gradients of %1 went first."), bad->name);
}

}  // namespace glyphscope
