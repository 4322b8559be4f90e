// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

namespace glyphscope::hooks::detail {

template <typename Function>
struct ArgumentOf;
template <typename Result, typename Class, typename Argument>
struct ArgumentOf<Result (Class::*)(Argument) const> {
    using Type = Argument;
};

/// What Module::clone takes: a reference to an optional of this LibTorch, c10's up to 2.0 and std's later.
using CloneDevice = ArgumentOf<decltype(&torch::nn::Module::clone)>::Type;

}  // namespace glyphscope::hooks::detail
