// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/buffer_average.h"

namespace glyphscope {

std::vector<torch::Tensor> BufferAverage::statisticsOf(const Network& network)
{
    std::vector<torch::Tensor> statistics;
    for (const torch::Tensor& buffer : network.buffers())
        if (buffer.is_floating_point())  // the others count batches
            statistics.push_back(buffer);
    return statistics;
}

BufferAverage::BufferAverage(const Network& network)
{
    for (const torch::Tensor& buffer : statisticsOf(network))
        m_values.push_back(buffer.clone());
}

void BufferAverage::follow(const Network& network, double decay)
{
    const std::vector<torch::Tensor> now = statisticsOf(network);
    for (std::size_t i = 0; i < now.size(); ++i)
        m_values[i].lerp_(now[i], 1 - decay);
}

void BufferAverage::swap(Network& network)
{
    std::vector<torch::Tensor> now = statisticsOf(network);
    for (std::size_t i = 0; i < now.size(); ++i) {
        const torch::Tensor present = now[i].clone();
        now[i].copy_(m_values[i]);
        m_values[i].copy_(present);
    }
}

void BufferAverage::to(const torch::Device& device)
{
    for (torch::Tensor& value : m_values)
        value = value.to(device);
}

torch::Tensor BufferAverage::flat() const
{
    std::vector<torch::Tensor> rows;
    for (const torch::Tensor& value : m_values)
        rows.push_back(value.reshape({-1}));
    return rows.empty() ? torch::Tensor() : torch::cat(rows);
}

void BufferAverage::setFlat(const torch::Tensor& values)
{
    std::int64_t at = 0;
    for (torch::Tensor& value : m_values) {
        value.copy_(values.narrow(0, at, value.numel()).view(value.sizes()));
        at += value.numel();
    }
}

}  // namespace glyphscope
