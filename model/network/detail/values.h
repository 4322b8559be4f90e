// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <vector>

namespace glyphscope {

/// A copy of the tensor's values as float, row by row.
[[nodiscard]] inline std::vector<float> valuesOf(const torch::Tensor& tensor)
{
    const torch::Tensor flat = tensor.detach().to(torch::kCPU, torch::kFloat).contiguous();
    const auto* data = flat.data_ptr<float>();
    return {data, data + flat.numel()};
}

/// The shape of one image's share of a batch.
[[nodiscard]] inline std::vector<int> shapeWithoutBatch(const torch::Tensor& batch)
{
    std::vector<int> shape;
    for (std::int64_t i = 1; i < batch.dim(); ++i)
        shape.push_back(static_cast<int>(batch.size(i)));
    return shape;
}

}  // namespace glyphscope
