// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/inspection/detail/volume.h"
#include "model/spec/network_layers.h"
#include "model/types/state_dict.h"

#include <cstdint>
#include <vector>

namespace glyphscope {

/// A module, the outputs that it reads, as many as it has sources and of the inferred shapes, and the weights
/// of its network.
struct UnitSource {
    const NetworkLayer& layer;
    std::vector<Volume> inputs;
    const StateDict& weights;
};

/// Adds the terms of `unit`, whose place is known, and what they give. Throws Error for a parameter that is
/// missing or mis-shaped.
void explainUnitOf(UnitExplanation& unit, const UnitSource& source);

/// The same of softmax along a side of `input`: 0 the channels or a vector's values, 1 the rows, 2 the
/// columns.
void explainSoftmax(UnitExplanation& unit, const Volume& input, std::int64_t side, double temperature);

}  // namespace glyphscope
