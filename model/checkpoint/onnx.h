// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/state_dict.h"

#include <cstddef>
#include <vector>

namespace glyphscope {

/// An ONNX model (IR version 7, opset 13) of the network that `weights` are of. Input "input": float32
/// [batch, 1, 28, 28], standardised; output "logits": [batch, classes]; any batch. Nodes are named as the
/// modules, initializers as the parameters and the statistics of norms; what ONNX needs besides has a slash
/// in its name. The metadata of the weights become metadata_props, with the class names and what
/// standardising means. The same weights give the same bytes. Throws Error, with the list of what does not
/// fit, if they are not those of their network.
[[nodiscard]] std::vector<std::byte> encodeOnnx(const StateDict& weights);

}  // namespace glyphscope
