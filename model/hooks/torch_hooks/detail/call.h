// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "torch_hooks/hook_point.h"

#include <functional>
#include <memory>
#include <optional>

namespace torch_hooks::detail {

/// One call of `module`: global hooks and those of `point`, of all kinds, around `forward`.
Tensors callThroughHooks(torch::nn::Module& module, const HookPoint& point, Tensors inputs,
                         const std::function<Tensors(Tensors&)>& forward);

/// Takes what a hook of `module` returned in place of `tensors`, if it did. Throws std::runtime_error if that
/// is another number of `what`.
void replaceBy(std::optional<Tensors> returned, Tensors& tensors, const torch::nn::Module& module,
               const char* what);

/// Null for a module that no shared_ptr owns.
inline std::shared_ptr<torch::nn::Module> keepAlive(torch::nn::Module& module)
{
    return module.weak_from_this().lock();
}

[[noreturn]] void refuseArgumentCount(const torch::nn::Module& module, std::size_t count);
[[noreturn]] void refuseLongList(const torch::nn::Module& module, std::size_t count, std::size_t most);

}  // namespace torch_hooks::detail
