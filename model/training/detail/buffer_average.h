// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/detail/network.h"

#include <torch/torch.h>

#include <vector>

namespace glyphscope {

/// The moving average of what the batch norms of a network measured: the weights of an average are read with
/// an average's statistics. Nothing where a network has no buffers.
class BufferAverage {
public:
    explicit BufferAverage(const Network& network);

    /// One step: this average keeps `decay` of itself.
    void follow(const Network& network, double decay);
    /// The network gets these, and this what the network had.
    void swap(Network& network);
    void to(const torch::Device& device);

    /// All of them in one row of numbers, for a checkpoint; not defined where there are none.
    [[nodiscard]] torch::Tensor flat() const;
    void setFlat(const torch::Tensor& values);

private:
    [[nodiscard]] static std::vector<torch::Tensor> statisticsOf(const Network& network);

    std::vector<torch::Tensor> m_values;
};

}  // namespace glyphscope
