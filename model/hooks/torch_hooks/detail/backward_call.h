// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "torch_hooks/hook_point.h"

#include <memory>

namespace torch_hooks::detail {

/// The way back of one call of a module: identity nodes around its inputs and outputs, at which the full
/// backward hooks run that the module had when it was called. The graph holds the hooks, never the module: if
/// that is gone by then, gradients pass unchanged.
class BackwardCall {
public:
    BackwardCall(torch::nn::Module& module, const HookPoint& point);

    /// The tensors that go into forward, and those that the caller gets. Unchanged where there is no hook,
    /// nothing requires a gradient, or gradients are off.
    [[nodiscard]] Tensors wrapInputs(Tensors inputs);
    [[nodiscard]] Tensors wrapOutputs(Tensors outputs);

    class State;

private:
    std::shared_ptr<State> m_state;  // null without hooks
};

}  // namespace torch_hooks::detail
