// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <functional>
#include <vector>

namespace glyphscope {

/// How many images of a batch are one piece of work, at least: settled by the batch and never by the threads.
[[nodiscard]] std::int64_t imagePieces(std::int64_t images);

/// What a part of a network does with a piece of a batch: a slice of each input, piece `piece` of them.
using PieceWork = std::function<torch::Tensor(std::int64_t piece, const std::vector<torch::Tensor>& inputs)>;

/// `work` for a batch whose images have nothing to do with one another, shared out in pieces (pieces.h) on
/// the way there and on the way back. `parameters` are those that the work reads; their gradients are added
/// up in the order of the pieces, so that threads do not matter. All inputs are batches of as many images.
[[nodiscard]] torch::Tensor sharedOut(const std::vector<torch::Tensor>& inputs,
                                      const std::vector<torch::Tensor>& parameters, const PieceWork& work);

/// What a BatchNorm2d has.
struct BatchNormState {
    torch::Tensor weight;  ///< as the bias undefined without `affine`
    torch::Tensor bias;
    torch::Tensor mean;  ///< running ones, which are moved on
    torch::Tensor variance;
    double momentum = 0.1;
    double eps = 1e-5;
};

/// A batch norm in training, over the whole batch x [n, channels, height, width], shared out in pieces: what
/// torch::batch_norm computes, in float. On another device than the CPU it is that.
[[nodiscard]] torch::Tensor sharedBatchNorm(const torch::Tensor& x, const BatchNormState& state);

}  // namespace glyphscope
