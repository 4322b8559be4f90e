// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/numbers/candidate_sets.h"
#include "model/types/number_reading.h"

#include <vector>

namespace glyphscope {

/// A candidate as the search sees it.
struct SearchCandidate {
    AtomSet atoms;
    double score = 0;
};

/// The `most` best ways to take every one of `atomCount` atoms exactly once, the best first: a beam search
/// from the leftmost atom that is not taken yet. Candidates of a division are in the order they were found
/// in. None where some atom is in no candidate.
[[nodiscard]] std::vector<NumberDivision> bestDivisions(const std::vector<SearchCandidate>& candidates,
                                                        int atomCount, int most);

}  // namespace glyphscope
