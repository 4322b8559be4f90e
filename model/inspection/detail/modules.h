// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/detail/network.h"
#include "model/types/channel_effect.h"
#include "model/types/dataset.h"
#include "model/types/gradients.h"
#include "model/types/network_description.h"

#include <torch/torch.h>

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace glyphscope {

/// Shows every module's output to `see`, after all hooks that are there already, as long as the result lives.
[[nodiscard]] std::vector<torch_hooks::ScopedHook>
watchOutputs(Network& network,
             const std::function<void(const Network::Step& step, const torch::Tensor& output)>& see);

/// Inspector::describe(). A convolution's weight takes part in one multiply-add for each of its numbers and
/// each place of its output, a linear layer's in one for each number; biases, norms, ReLU and pools in none.
[[nodiscard]] NetworkDescription describe(const Network& network);

/// Inspector::gradients() of an input [1, 1, 28, 28].
[[nodiscard]] GradientReading gradients(Network& network, const torch::Tensor& input,
                                        const ClassTarget& target);

/// Inspector::sweepChannels() of an input [1, 1, 28, 28]. The temperature divides the logits.
[[nodiscard]] ChannelSweep sweepChannels(Network& network, const torch::Tensor& input,
                                         const std::string& module, double temperature,
                                         const std::stop_token& stop);

/// Inspector::activity().
[[nodiscard]] std::vector<ModuleActivity> activity(Network& network, const Dataset& images,
                                                   const torch::Device& device, const std::stop_token& stop);

}  // namespace glyphscope
