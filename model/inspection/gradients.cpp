// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inspection/detail/modules.h"
#include "model/inspection/detail/score.h"
#include "model/network/detail/values.h"

#include <chrono>
#include <map>
#include <optional>

namespace glyphscope {

GradientReading gradients(Network& network, const torch::Tensor& input, const ClassTarget& target)
{
    const auto begin = std::chrono::steady_clock::now();
    std::map<std::string, torch::Tensor> gradients;
    std::vector<torch_hooks::ScopedHook> watches;
    for (const Network::Step& step : network.steps())
        watches.emplace_back(step.hooks->registerFullBackwardHook(
            [&gradients, name = step.name](auto&, const auto&, const auto& gradOutputs) {
                gradients[name] = gradOutputs[0];
                return std::optional<torch_hooks::Tensors>();
            }));

    const torch::Tensor x = input.detach().requires_grad_();
    const torch::Tensor logits = network.forward(x);
    GradientReading result;
    result.target = resolved(target, logits);
    const torch::Tensor score = scoresOf(logits, result.target).sum();
    result.score = score.item<float>();
    result.input = valuesOf(torch::autograd::grad({score}, {x})[0]);
    for (const Network::Step& step : network.steps()) {
        const torch::Tensor& gradient = gradients.at(step.name);
        result.modules.push_back({step.name, step.kind, shapeWithoutBatch(gradient), valuesOf(gradient), 0});
    }
    const auto time = std::chrono::steady_clock::now() - begin;
    result.milliseconds = std::chrono::duration<double, std::milli>(time).count();
    return result;
}

}  // namespace glyphscope
