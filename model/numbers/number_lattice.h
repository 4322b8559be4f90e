// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/numbers/number_score.h"
#include "model/recognition/recognizer.h"

#include <vector>

namespace glyphscope {

/// A drawing with all that was read of it before it is divided.
struct NumberLattice {
    std::vector<InkAtom> atoms;
    double height = 0;  ///< of a character
    std::vector<AtomSet> sets;
    std::vector<NumberFeatures> features;  ///< one a set
    std::vector<Prediction> predictions;   ///< likewise

    /// Whether a set is a way over by itself, which is no character.
    [[nodiscard]] bool isLeftOut(std::size_t set) const
    {
        return sets[set].size() == 1 && atoms[static_cast<std::size_t>(sets[set].front())].way;
    }
};

/// Reads every candidate of a drawing that has no picture. Without readings where there is no choice: less
/// than two atoms, or more than anybody writes. `whole` is what all of it reads as.
[[nodiscard]] NumberLattice latticeOf(const Drawing& drawing, const Prediction& whole, Recognizer& recognizer,
                                      const NumberOptions& options);

/// The `most` best divisions, the best first; their candidates are sets of the lattice, from left to right.
[[nodiscard]] std::vector<NumberDivision> divisionsOf(const NumberLattice& lattice,
                                                      const NumberWeights& weights, int most);

}  // namespace glyphscope
