// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checkpoint/detail/pt_tensors.h"
#include "model/checkpoint/detail/weights_choice.h"

#include <cstdint>
#include <string>
#include <vector>

namespace glyphscope::pt {

/// A dictionary with tensors in it; what else it holds is left aside.
struct FoundGroup {
    TensorGroup outline;
    std::vector<std::uint32_t> values;  ///< of the tensors, as the pickle numbers them
};

/// Every dictionary of a pickle that has tensors under names, up to eight dictionaries, lists or tuples deep,
/// in the order of the file. Throws Error where there is none, which says what the file holds instead.
[[nodiscard]] std::vector<FoundGroup> groupsOfTensors(const Pickle& pickle, const Tensors& tensors,
                                                      const std::string& file);

}  // namespace glyphscope::pt
