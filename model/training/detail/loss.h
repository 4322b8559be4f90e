// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/dataset.h"

#include <torch/torch.h>

namespace glyphscope {

/// What the answers of a network are judged by.
struct Loss {
    double labelSmoothing = 0;
    /// Images may be none of the classes (label kNoClass). The network then learns a class more, whose logit
    /// is always 0 and for which it has no weights: the log-sum-exp of its logits, which softmax alone leaves
    /// free, comes to say how much speaks for any class at all. Akin to the energy of Liu et al. 2020
    /// ("Energy-based Out-of-distribution Detection") taught with outliers (Hendrycks et al. 2019).
    bool withNoClass = false;
    /// What teachers say of the same images, softened by the temperature: [n, classes + 1], the last for none
    /// of the classes. Undefined: there are none. May be of more images; then the first count.
    torch::Tensor taught = {};
    double temperature = 1;
    double taughtShare = 0;  ///< of the loss; the rest is the labels'

    /// Mean cross-entropy of `logits` [n, classes] against `labels` [n]; with teachers, their divergence from
    /// the logits at the same temperature, times its square, has its share (Hinton et al. 2015).
    [[nodiscard]] torch::Tensor operator()(const torch::Tensor& logits, const torch::Tensor& labels) const;

    /// How many of the answers are right; that none of the classes speaks for an image is one of them.
    [[nodiscard]] std::int64_t right(const torch::Tensor& logits, const torch::Tensor& labels) const;

private:
    [[nodiscard]] torch::Tensor divergence(const torch::Tensor& logits) const;
};

/// Whether some image of `data` is none of its classes.
[[nodiscard]] bool hasNoClass(const Dataset& data);

}  // namespace glyphscope
