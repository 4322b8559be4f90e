// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>

namespace glyphscope {

struct AdamValues {
    double learningRate = 0;
    double beta1 = 0;
    double beta2 = 0;
    double decay = 0;       ///< the weight decay
    bool decoupled = true;  ///< AdamW's decay; else the decay is a part of the gradient
    std::int64_t step = 1;  ///< the number of this one, from 1
};

/// A step of torch.optim.Adam or AdamW on flat float tensors of equal length, in one walk through memory on a
/// CPU: eight long operations would each fetch them again.
void stepAdam(torch::Tensor parameters, torch::Tensor gradient, torch::Tensor first, torch::Tensor second,
              const AdamValues& values);

}  // namespace glyphscope
