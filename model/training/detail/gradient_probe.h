// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/detail/network.h"
#include "model/training/detail/loss.h"
#include "model/types/gradients.h"

#include <torch/torch.h>

#include <vector>

namespace glyphscope {

/// Measures how gradients flow through a network without touching it: a second network over the same
/// parameters, with full backward hooks on every module and gradients of its own.
class GradientProbe {
public:
    static constexpr std::int64_t kImages = 32;

    explicit GradientProbe(const NetworkSpec& spec);
    GradientProbe(const GradientProbe&) = delete;
    GradientProbe& operator=(const GradientProbe&) = delete;

    /// Of the mean loss over the first kImages of a batch [n, 1, 28, 28] and [n], on `network`'s device. The
    /// gradient flows through frozen parameters, too, but none of their own is told, as they have none.
    [[nodiscard]] GradientFlow operator()(const Network& network, const torch::Tensor& images,
                                          const torch::Tensor& labels, const Loss& loss);

private:
    void measureParameters(const Network& network, GradientFlow& flow);

    Network m_network;
    std::vector<GradientFlow::Layer> m_layers;  // filled by the hooks
    std::vector<torch_hooks::ScopedHook> m_hooks;
};

}  // namespace glyphscope
