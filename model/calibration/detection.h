// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace glyphscope {

/// How well a score tells two kinds apart, whatever the threshold: the probability that a positive drawn at
/// random has a higher score than a negative, a tie counting half. That is the area under the ROC curve
/// (Hanley & McNeil 1982; Fawcett 2006, "An introduction to ROC analysis"), by ranks: O(n log n). 1: told
/// apart fully; 0.5: not at all. Here the score is the evidence, and digits are the positives. Throws Error
/// if one kind is missing or a score is NaN.
[[nodiscard]] double auroc(std::span<const float> positives, std::span<const float> negatives);

/// The share of `evidence` that `leastEvidence` refuses: strictly below it, as in predictionOf(). 0 of none.
[[nodiscard]] double refusedShare(std::span<const float> evidence, double leastEvidence);

/// The largest AnswerRule::leastEvidence that refuses at most `share` of the digits with this evidence, a
/// share in [0, 1): one of the values themselves, so the next higher number would refuse too many. Throws
/// Error if there are none, one is not finite or the share is out of range.
[[nodiscard]] double evidenceThreshold(std::span<const float> evidenceOfDigits, double share);

}  // namespace glyphscope
