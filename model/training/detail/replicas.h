// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/detail/network.h"
#include "model/training/detail/optimizer.h"

#include <torch/torch.h>

#include <deque>

namespace glyphscope {

/// Networks that share the parameters of one and have gradients of their own. Parts of a batch go through
/// them, each from its first image to its last gradient, on whichever thread is free: threads that met after
/// every operation would wait for each other, for milliseconds where another program is busy. The gradients
/// are added in the order of the parts.
class Replicas {
public:
    /// `count` beside the network that `optimizer` steps; that one is the first of all. What is frozen then
    /// is frozen in them.
    Replicas(Network& network, Optimizer& optimizer, int count);

    [[nodiscard]] int count() const { return static_cast<int>(m_replicas.size()) + 1; }
    [[nodiscard]] Network& network(int i) { return i == 0 ? m_network : m_replicas[index(i)].network; }
    void zeroGradients(int i);
    /// Adds the gradients of all others to those of the first.
    void addUp();

private:
    struct Replica {
        Network network;
        torch::Tensor gradient;
    };
    [[nodiscard]] static std::size_t index(int i) { return static_cast<std::size_t>(i) - 1; }

    Network& m_network;
    Optimizer& m_optimizer;
    std::deque<Replica> m_replicas;
};

}  // namespace glyphscope
