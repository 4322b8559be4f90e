// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/detail/network.h"
#include "model/types/class_target.h"
#include "model/types/raster.h"

#include <torch/torch.h>

#include <stop_token>

namespace glyphscope {

/// [1, 1, 28, 28]: what the network is given for `glyph`.
[[nodiscard]] torch::Tensor inputOf(const Network& network, const Glyph& glyph, const torch::Device& device);

/// An input without ink, like `input`.
[[nodiscard]] torch::Tensor paperLike(const Network& network, const torch::Tensor& input);

/// `target` with the class that `logits` [1, classes] answer where it says -1. Throws Error for a class that
/// the network does not have.
[[nodiscard]] ClassTarget resolved(ClassTarget target, const torch::Tensor& logits);

/// The logits of a batch in the order of memory that convolutions are fastest with, half the time of NCHW.
[[nodiscard]] torch::Tensor logitsOf(Network& network, const torch::Tensor& inputs);

/// [n]: the score of each of `logits` [n, classes]; `target` is resolved.
[[nodiscard]] torch::Tensor scoresOf(const torch::Tensor& logits, const ClassTarget& target);

/// Throws Error, "stopped", if so.
void throwIfStopped(const std::stop_token& stop);

}  // namespace glyphscope
