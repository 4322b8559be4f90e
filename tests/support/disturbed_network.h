// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/detail/network.h"

#include <cstdint>

namespace glyphscope::test {

/// Parameters and statistics of norms are then not those that they begin with, as after a training.
inline void disturb(Network& network, std::uint64_t seed)
{
    const torch::NoGradGuard noGrad;
    torch::Generator generator = at::detail::createCPUGenerator(seed);
    for (torch::Tensor& parameter : network.parameters())
        parameter.add_(torch::randn(parameter.sizes(), generator), 0.05);
    for (auto& buffer : network.named_buffers())
        if (buffer.value().is_floating_point())
            buffer.value().add_(torch::rand(buffer.value().sizes(), generator), 0.3);
}

}  // namespace glyphscope::test
