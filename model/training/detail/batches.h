// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/detail/network.h"
#include "model/types/dataset.h"
#include "model/types/message.h"
#include "model/types/training_progress.h"

#include <torch/torch.h>

#include <stop_token>

namespace glyphscope {

/// A data set as two tensors on a device: bytes [n, 1, 28, 28] and labels [n] (int64).
struct TensorSet {
    torch::Tensor images;
    torch::Tensor labels;
};

/// Copies `data` to `device`.
[[nodiscard]] TensorSet toTensors(const Dataset& data, const torch::Device& device);

/// Reads all of `data` with `network` as it is, on a CPU with several threads at once. The temperature
/// divides the logits before the softmax of confidence and truthProbability; the loss is without.
[[nodiscard]] Evaluation evaluateNetwork(Network& network, const TensorSet& data, std::stop_token stop,
                                         double temperature = 1);

/// Whether a set may have images that are none of the classes.
enum class NoClass { Refused, Allowed };

/// Throws Error, with `name` ("The test set") as its subject, unless `data` is not empty and its labels are
/// below `classCount` (or kNoClass, where allowed).
void checkDataset(const Dataset& data, int classCount, MessageText name, NoClass noClass = NoClass::Refused);

}  // namespace glyphscope
