// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/network_layers.h"

#include <cstddef>
#include <vector>

namespace glyphscope {

/// Whether ForwardPass can read with this network: layers and input are those that its kernels are written
/// for. Names and the number of classes do not matter.
[[nodiscard]] bool canRead(const NetworkSpec& network);

/// How many layers from the first FeaturePass computes, half of them in each of its halves; 0 for another
/// network.
[[nodiscard]] std::size_t featureLayers(const std::vector<NetworkLayer>& layers);

}  // namespace glyphscope
