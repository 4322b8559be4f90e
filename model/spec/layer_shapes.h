// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/network_layers.h"

#include <optional>

namespace glyphscope {

/// Infers output, parameters, buffers and products of a module without children from its input, whose options
/// are right. What LibTorch would refuse is a problem, and so is what this program refuses: Linear on maps,
/// GroupNorm on a vector, Softmax over the batch.
[[nodiscard]] std::optional<NetworkProblem> inferShape(NetworkLayer& layer);

/// The side of the kernel with the gaps of its dilation.
[[nodiscard]] std::int64_t kernelSpan(const NetworkLayer& layer);

/// The stride of a 1x1 convolution that brings `from` to the size of `to`, both {maps, height, width};
/// nothing where there is none.
[[nodiscard]] std::optional<std::int64_t> shortcutStride(const std::vector<int>& from,
                                                         const std::vector<int>& to);

}  // namespace glyphscope
