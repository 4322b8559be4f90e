// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/hooks/hook_list.h"

#include <torch/torch.h>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace glyphscope::hooks {

/// Runs before forward; a returned tensor replaces the input.
using ForwardPreHook =
    std::function<std::optional<torch::Tensor>(torch::nn::Module&, const torch::Tensor& input)>;
/// Runs after forward; a returned tensor replaces the output.
using ForwardHook = std::function<std::optional<torch::Tensor>(torch::nn::Module&, const torch::Tensor& input,
                                                               const torch::Tensor& output)>;

/// The hooks of a module of one input and one output, whatever its type: what code that only watches needs.
class HookPoint {
public:
    HookHandle registerForwardPreHook(ForwardPreHook hook) { return m_forwardPre.add(std::move(hook)); }
    HookHandle registerForwardHook(ForwardHook hook) { return m_forward.add(std::move(hook)); }

protected:
    ~HookPoint() = default;
    HookList<ForwardPreHook> m_forwardPre;
    HookList<ForwardHook> m_forward;
};

/// A LibTorch module whose call operator runs hooks around forward, as PyTorch's Module.__call__ does and
/// LibTorch's does not (pytorch/pytorch#25888). `forward` itself fires nothing. Parents call children with
/// (*child)(x).
template <typename Impl>
class Hooked final : public Impl, public HookPoint {
public:
    using Impl::Impl;

    torch::Tensor operator()(torch::Tensor input)
    {
        if (m_forwardPre.empty() && m_forward.empty())
            return Impl::forward(input);
        for (const ForwardPreHook& hook : m_forwardPre.snapshot())
            if (auto replacement = hook(*this, input))
                input = std::move(*replacement);
        torch::Tensor output = Impl::forward(input);
        for (const ForwardHook& hook : m_forward.snapshot())
            if (auto replacement = hook(*this, input, output))
                output = std::move(*replacement);
        return output;
    }
};

}  // namespace glyphscope::hooks
