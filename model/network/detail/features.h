// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

namespace glyphscope {

/// The parameters of SimpleCNN's convolutions.
struct Convolutions {
    torch::Tensor conv1;
    torch::Tensor bias1;
    torch::Tensor conv2;
    torch::Tensor bias2;
};

/// Whether the processor has the instructions of features() for `type`.
[[nodiscard]] bool hasFeatureKernels(torch::ScalarType type);

/// Whether features() can be asked for `images` here: float32 on a CPU with the instructions for `type`, and
/// no gradient of theirs is wanted.
[[nodiscard]] bool hasFeatures(const torch::Tensor& images, torch::ScalarType type);

/// What features() computes of SimpleCNN's layers to pool2: all, those to pool1, or those from there.
enum class FeatureSpan { Whole, First, Second };

/// What SimpleCNN's pool2 gives, float [n, 64, 7, 7], of images [n, 1, 28, 28]; or the first half, which
/// gives [n, 32, 14, 14], or the second, which takes that. The products of conv2 are of `type`, float or
/// bfloat16. Gradients flow to the parameters and, from the second half alone, to `x`; those of conv1 are not
/// computed where both of its own are not wanted; they can be derived once. Shares itself out in pieces; the
/// same to the last bit with any number of threads.
[[nodiscard]] torch::Tensor features(const torch::Tensor& x, const Convolutions& parameters,
                                     torch::ScalarType type, FeatureSpan span = FeatureSpan::Whole);

}  // namespace glyphscope
