// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <torch/torch.h>

#include <functional>
#include <optional>
#include <vector>

namespace torch_hooks {

/// Arguments, results or their gradients, by position. An argument that is no tensor, and a gradient that
/// does not exist, is an undefined tensor. Where a hook returns a list, it replaces what the hook was given,
/// for the later hooks too, and has the same length; std::nullopt changes nothing. What registers a hook also
/// takes callables that return nothing, a tensor or several in another form.
using Tensors = std::vector<torch::Tensor>;

using ForwardPreHook = std::function<std::optional<Tensors>(torch::nn::Module&, const Tensors& inputs)>;

using ForwardHook =
    std::function<std::optional<Tensors>(torch::nn::Module&, const Tensors& inputs, const Tensors& outputs)>;

/// Gets the gradient of the module's outputs before it goes through the module.
using FullBackwardPreHook =
    std::function<std::optional<Tensors>(torch::nn::Module&, const Tensors& gradOutputs)>;

/// Gets the gradients of the module's inputs and outputs; what it returns replaces those of the inputs.
using FullBackwardHook = std::function<std::optional<Tensors>(torch::nn::Module&, const Tensors& gradInputs,
                                                              const Tensors& gradOutputs)>;

}  // namespace torch_hooks
