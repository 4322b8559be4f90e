// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/network_layers.h"
#include "model/types/network_spec.h"
#include "model/types/state_dict.h"

namespace glyphscope {

inline constexpr const char* kNetworkKey = "network";  ///< of the metadata: encodeSpec()

/// The network that `weights` are of, by their metadata. Weights that say nothing are those of
/// the preset that they fit, or else of shippedNetwork(), with as many classes as their last layer has
/// outputs. Throws Error that names the place for metadata that are broken, and with the list of
/// checkWeights() for tensors of no such network.
[[nodiscard]] NetworkSpec specOf(const StateDict& weights);

/// Notes the network beside the weights.
void putSpec(const NetworkSpec& network, StateDict& weights);

/// Throws Error that lists missing, unexpected and mis-shaped tensors, as PyTorch's load_state_dict does,
/// unless `weights` are those of `network`; of a long list its beginning.
void checkWeights(const StateDict& weights, const NetworkSpec& network);

/// specOf(), whose tensors are there and of the right shapes. Throws Error as both do.
[[nodiscard]] NetworkSpec checkedSpecOf(const StateDict& weights);

/// How many classes `weights` tell apart. Throws Error as specOf() does.
[[nodiscard]] int classCountOf(const StateDict& weights);

}  // namespace glyphscope
