// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/state_dict.h"

#include <torch/torch.h>

#include <cstdint>
#include <string>

/// What a checkpoint holds beside the weights, and back.
namespace glyphscope {

/// A flat float tensor. Reading throws Error if it is missing or of another length.
[[nodiscard]] NamedTensor flatEntry(const std::string& name, const torch::Tensor& values);
void readFlatEntry(const StateDict& checkpoint, const std::string& name, torch::Tensor& into);

/// The count stored under `key` in a checkpoint's metadata. Throws Error if it is missing or no count.
[[nodiscard]] std::int64_t countIn(const StateDict& checkpoint, const std::string& key);
/// The same of a count that older checkpoints lack.
[[nodiscard]] std::int64_t countIn(const StateDict& checkpoint, const std::string& key,
                                   std::int64_t otherwise);

/// A number to its last bit. Throws Error if there is something else under `key`, and gives 0 if there is
/// nothing, as in older checkpoints.
void putNumber(StateDict& checkpoint, const std::string& key, double value);
[[nodiscard]] double numberIn(const StateDict& checkpoint, const std::string& key);

}  // namespace glyphscope
