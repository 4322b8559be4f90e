// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/detail/network.h"
#include "model/types/attribution.h"

#include <torch/torch.h>

#include <stop_token>
#include <string>

namespace glyphscope {

/// Inspector::attribute() of an input [1, 1, 28, 28].
[[nodiscard]] Attribution attribute(Network& network, const torch::Tensor& input,
                                    const AttributionOptions& options, const std::stop_token& stop);

/// One score of one input, to be explained.
struct Question {
    Network& network;
    torch::Tensor input;  ///< [1, 1, 28, 28]
    ClassTarget target;   ///< resolved
    std::stop_token stop;
};

/// d score / d input of each of `inputs` [n, 1, 28, 28].
[[nodiscard]] torch::Tensor inputGradients(const Question& question, const torch::Tensor& inputs);

/// [1, 1, 28, 28]: their mean, which SmoothGrad takes over noisy copies and integrated gradients along a
/// path.
[[nodiscard]] torch::Tensor meanGradient(const Question& question, const torch::Tensor& inputs);

/// The module whose maps Grad-CAM takes, `wanted` or, where that is empty, lastLayerWithMaps(). Throws Error
/// for a module that is not there or has no maps.
[[nodiscard]] std::string gradCamLayer(const Network& network, const std::string& wanted);

/// ReLU(sum over k of a_k A_k) for the maps A_k of a module, a_k the mean of d score / d A_k over the map;
/// resampled bilinearly to 28x28.
[[nodiscard]] torch::Tensor gradCam(const Question& question, const std::string& layer);

/// (x - x') times the mean of d score / d input at the middles of `steps` equal pieces of the straight line
/// from blank paper x' to the input x.
[[nodiscard]] torch::Tensor integratedGradients(const Question& question, int steps);

/// How much the score falls when a square of `patch` x `patch` pixels, centred at the pixel and cut off at
/// the picture's edge, is covered with paper. Exactly 0 where the square holds no ink. (Others average over
/// all squares that cover a pixel, which blurs the map by a patch.)
[[nodiscard]] torch::Tensor occlusion(const Question& question, int patch);

}  // namespace glyphscope
