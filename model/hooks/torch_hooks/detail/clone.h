// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <torch/torch.h>

namespace torch_hooks::detail {

template <typename Function>
struct ArgumentOf;
template <typename Result, typename Class, typename Argument>
struct ArgumentOf<Result (Class::*)(Argument) const> {
    using Type = Argument;
};

/// What Module::clone takes: a reference to an optional of this LibTorch, c10's up to 2.0 and std's later.
using CloneDevice = typename ArgumentOf<decltype(&torch::nn::Module::clone)>::Type;

}  // namespace torch_hooks::detail
