// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/numbers/ink_atoms.h"
#include "model/types/number_reading.h"

namespace glyphscope {

/// What a division is scored by. Tuned with tests/bench/number_truth.
struct NumberWeights {
    double certainty = 1;   ///< of the logarithm of a candidate's probability
    double evidence = 0.2;  ///< of what its evidence lacks
    double enough = 8;      ///< evidence that lacks nothing
    double low = 4;         ///< of what its height lacks beside the others', squared
    double wide = 20;       ///< of its width beyond that of its height
    double part = -1.0;     ///< for each part: a second one has to win clearly
    double gap = 6;         ///< of a gap between strokes of one candidate, in heights
};

/// The score of one candidate, with the best class' probability in `candidate.prediction`. `height` is that
/// of a character of the drawing, `gap` the widest one between its strokes in x.
[[nodiscard]] CandidateScore scoreOf(const NumberCandidate& candidate, double height, double gap,
                                     const NumberWeights& weights);

}  // namespace glyphscope
