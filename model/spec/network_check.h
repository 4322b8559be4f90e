// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/network_layers.h"

#include <vector>

namespace glyphscope {

/// What can be said of a network without building it.
struct NetworkCheck {
    std::vector<NetworkLayer> layers;      ///< as far as their shapes are known
    std::vector<NetworkProblem> problems;  ///< none: it fits, and LibTorch builds and runs it
    std::vector<NetworkProblem> warnings;  ///< of a network that fits: it can be trained all the same
    [[nodiscard]] bool fits() const { return problems.empty(); }
};

/// The verdict. Each problem but those behind the first of shapes has at least one repair, and so have most
/// warnings. `withRepairs` false: problems have none, which is faster.
[[nodiscard]] NetworkCheck check(const NetworkSpec& network, bool withRepairs = true);

/// What is worth a warning in a network that fits, in the order of its modules; none has repairs.
[[nodiscard]] std::vector<NetworkProblem> warningsOf(const std::vector<NetworkLayer>& layers);

/// Ways to mend `problem` of `network`, the best first, at most three. Each gives a network that fits: what
/// else did not is mended with it.
[[nodiscard]] std::vector<Repair> repairsOf(const NetworkSpec& network, const NetworkProblem& problem);

}  // namespace glyphscope
