// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/detail/network.h"

#include <torch/torch.h>

#include <string>

namespace glyphscope {

/// What stopped being finite first, in words: "the output of a layer". Looks along the way of the batch
/// [n, 1, 28, 28] through the network: each module's parameters, then its output. Runs the hooks that are on
/// the network. Empty if all of that is finite.
[[nodiscard]] std::string firstNotFiniteForward(Network& network, const torch::Tensor& images,
                                                const torch::Tensor& dropout);

/// The same on the way back: "the gradients of a layer", as they lie at the parameters now.
[[nodiscard]] std::string firstNotFiniteBackward(Network& network);

}  // namespace glyphscope
