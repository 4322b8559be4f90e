// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "torch_hooks/hook_point.h"

#include <functional>
#include <optional>

namespace torch_hooks::detail {

/// One call of `module`: global hooks and those of `point`, of all kinds, around `forward`.
Tensors callThroughHooks(torch::nn::Module& module, const HookPoint& point, Tensors inputs,
                         const std::function<Tensors(Tensors&)>& forward);

/// Takes what a hook of `module` returned in place of `tensors`, if it did. Throws std::runtime_error if that
/// is another number of `what`.
void replaceBy(std::optional<Tensors> returned, Tensors& tensors, const torch::nn::Module& module,
               const char* what);

[[noreturn]] void refuseArgumentCount(const torch::nn::Module& module, std::size_t count);

}  // namespace torch_hooks::detail
