// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/replicas.h"

#include "model/network/detail/pieces.h"

namespace glyphscope {

Replicas::Replicas(Network& network, Optimizer& optimizer, int count)
    : m_network(network), m_optimizer(optimizer)
{
    for (int i = 0; i < count; ++i) {
        m_replicas.push_back({networkToLoad(network.spec()), torch::zeros_like(optimizer.gradient())});
        m_replicas.back().network.train(network.is_training());
        optimizer.share(m_replicas.back().network, m_replicas.back().gradient);
    }
}

void Replicas::zeroGradients(int i)
{
    if (i == 0)
        m_optimizer.zeroGradients();
    else
        m_replicas[index(i)].gradient.zero_();
}

void Replicas::addUp()
{
    if (m_replicas.empty())
        return;
    constexpr std::int64_t kPieces = 16;
    auto* sum = m_optimizer.gradient().data_ptr<float>();
    const std::int64_t count = m_optimizer.gradient().numel();
    forPieces(kPieces, [&](std::int64_t i) {
        const std::int64_t end = pieceBegin(i + 1, kPieces, count);
        for (const Replica& replica : m_replicas) {
            const auto* part = replica.gradient.data_ptr<float>();
            for (std::int64_t k = pieceBegin(i, kPieces, count); k < end; ++k)
                sum[k] += part[k];
        }
    });
}

}  // namespace glyphscope
