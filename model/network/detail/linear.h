// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

namespace glyphscope {

/// Whether sharing out pays for a Linear of these weights.
[[nodiscard]] bool isLargeLinear(const torch::Tensor& weight);

/// torch::linear of `x` [n, in], of `type`, float or bfloat16, with `weight` [out, in] and `bias` [out], both
/// float, in pieces: a few rows of the weights at a time forwards and for their gradient, a few inputs at a
/// time for that of `x`. The same to the last bit with any number of threads. The gradient of `weight` is
/// added to weight.grad() where that is there, and is then not returned to autograd: no copy of it is made.
[[nodiscard]] torch::Tensor sharedLinear(const torch::Tensor& x, const torch::Tensor& weight,
                                         const torch::Tensor& bias, torch::ScalarType type);

}  // namespace glyphscope
