// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/numbers/atom_pairs.h"
#include "model/numbers/candidate_sets.h"
#include "model/types/number_reading.h"

#include <array>

namespace glyphscope {

/// What tells characters from other groups of strokes. Lengths are shares of a character's height.
enum class NumberFeature {
    Certainty,  ///< logarithm of the best class' probability
    Evidence,   ///< what is missing of plenty, below 0
    Low,        ///< what is missing of the height, squared
    Wide,       ///< width beyond the height
    Gap,        ///< the widest gap in x between its strokes
    Apart,      ///< how far its strokes are from the nearest other one, added up
    Crossed,    ///< how far its strokes run through each other (AtomPair), added up
    Overlap,    ///< share of a stroke's width that lies over or under the others, added up
    Inside,     ///< how far a stroke is from both sides of one that reaches around it in x, added up
    Cut,        ///< ends of its strokes where one was cut
    Part,       ///< 1
    Count
};
inline constexpr std::size_t kNumberFeatures = static_cast<std::size_t>(NumberFeature::Count);
using NumberFeatures = std::array<double, kNumberFeatures>;

/// One a feature. Fitted by tests/bench/number_truth on numbers composed of single digits, each hand read by
/// a network that was trained on others' ink: what a network says of ink it knows is too sure to go by.
using NumberWeights = std::array<double, kNumberFeatures>;
[[nodiscard]] const NumberWeights& usualNumberWeights();

/// How the strokes of a set lie, without what was read: the features from Low on.
[[nodiscard]] NumberFeatures shapeOf(const Drawing& drawing, const std::vector<InkAtom>& atoms,
                                     const AtomSet& set, double height, AtomPairs& pairs);
/// The same with what was read.
[[nodiscard]] NumberFeatures withAnswer(NumberFeatures features, const Prediction& prediction);

/// Of a way over that belongs to no character: one end of a cut more.
[[nodiscard]] NumberFeatures leftOut();

[[nodiscard]] CandidateScore scoreOf(const NumberFeatures& features, const NumberWeights& weights);

}  // namespace glyphscope
