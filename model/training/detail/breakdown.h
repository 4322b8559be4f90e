// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/detail/network.h"
#include "model/types/message.h"

#include <torch/torch.h>

namespace glyphscope {

/// What stopped being finite first, as the end of a sentence: "the output of a layer went first." Looks along
/// the way of the batch [n, 1, 28, 28] through the network: each module's parameters, then its output. Runs
/// the hooks that are on the network. Empty if all of that is finite.
[[nodiscard]] Message firstNotFiniteForward(Network& network, const torch::Tensor& images,
                                            const torch::Tensor& dropout);

/// The same on the way back: "the gradients of a layer went first.", as they lie at the parameters now.
[[nodiscard]] Message firstNotFiniteBackward(Network& network);

}  // namespace glyphscope
