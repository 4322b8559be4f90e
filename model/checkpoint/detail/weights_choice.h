// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/state_dict.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace glyphscope {

/// A tensor before its numbers are read.
struct TensorOutline {
    std::string_view name;
    std::vector<std::int64_t> shape;
};

/// Tensors that lie beside each other in a file: all of a safetensors file, or one dictionary of a pickle.
struct TensorGroup {
    std::string place;  ///< the keys that lead to it, with dots: "ckpt.model"; empty for the file itself
    std::vector<TensorOutline> tensors;
};

/// Which tensors of a file are its weights, and what they are called without what wrappers put before it.
struct WeightsChoice {
    struct Tensor {
        std::size_t index = 0;  ///< in its group
        std::string name;
    };
    std::size_t group = 0;
    std::vector<Tensor> tensors;
};

/// The rules by which weights are found, the same for every format. Looked for are, in this order:
/// 1. tensors that are those of a network, by all names and shapes, once a common prefix is taken off: the
///    network that `metadata` notes, else shippedNetwork() with any classes. Others beside the prefix are
///    left aside (a metric of a Lightning module, n_averaged of an AveragedModel).
/// 2. tensors whose names, less a common prefix, all are of that network: a part of it.
/// 3. any tensors, those of one dictionary; "module." (DataParallel), "_orig_mod." (torch.compile), "model."
///    and "net." before all names are taken off.
/// What an optimizer keeps is none of these. Of several, those below "state_dict" or "model_state_dict" are
/// the weights, and in case 3 else those of the largest group. Throws Error that begins with `file`, with
/// both names where two fit alike, or where there is none. `groups` have at least a tensor each.
[[nodiscard]] WeightsChoice chooseWeights(std::span<const TensorGroup> groups,
                                          const std::map<std::string, std::string>& metadata,
                                          const std::string& file);

/// The same for tensors that have been read. Keeps the metadata.
[[nodiscard]] StateDict chosenWeights(StateDict weights, const std::string& file);

}  // namespace glyphscope
