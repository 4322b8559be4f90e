// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/numbers/number_lattice.h"

#include <string>
#include <vector>

namespace glyphscope {

/// A drawing that was read, and what it is.
struct TuningItem {
    NumberLattice lattice;
    std::string truth;
};

/// The text of a division.
[[nodiscard]] std::string textOf(const NumberLattice& lattice, const NumberDivision& division);

/// Weights under which the right divisions of `items` are most probable among the best ones: a softmax over n
/// best divisions, whose logarithm is climbed, held near `start`.
[[nodiscard]] NumberWeights tunedWeights(const std::vector<TuningItem>& items, const NumberWeights& start);

}  // namespace glyphscope
