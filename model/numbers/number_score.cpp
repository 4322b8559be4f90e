// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/number_score.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr double kLeastProbability = 1e-4;  // below it, one is as wrong as another
constexpr double kPlentyOfEvidence = 8;
constexpr double kMostLacking = 12;

double& of(NumberFeatures& features, NumberFeature feature)
{
    return features[static_cast<std::size_t>(feature)];
}

/// The widest gap in x; 0 where all overlap.
double widestGap(const std::vector<InkAtom>& atoms, const AtomSet& set)
{
    std::vector<InkBounds> byLeft;
    for (const int index : set)
        byLeft.push_back(atoms[static_cast<std::size_t>(index)].bounds);
    std::ranges::sort(byLeft, {}, &InkBounds::left);
    double gap = 0;
    double right = byLeft.front().right;
    for (const InkBounds& bounds : byLeft) {
        gap = std::max(gap, bounds.left - right);
        right = std::max(right, bounds.right);
    }
    return gap;
}

/// The most that another atom of the set lies over or under this one, as a share of its width.
double overlapOf(const std::vector<InkAtom>& atoms, const AtomSet& set, int index)
{
    const InkBounds& own = atoms[static_cast<std::size_t>(index)].bounds;
    double most = 0;
    for (const int other : set)
        if (other != index)
            most = std::max(most, -own.gapTo(atoms[static_cast<std::size_t>(other)].bounds));
    return own.width() > 0 ? std::min(1.0, most / own.width()) : 1.0;
}

/// How far inside another atom of the set this one lies in x.
double insideOf(const std::vector<InkAtom>& atoms, const AtomSet& set, int index)
{
    const InkBounds& own = atoms[static_cast<std::size_t>(index)].bounds;
    double deepest = 0;
    for (const int other : set) {
        const InkBounds& around = atoms[static_cast<std::size_t>(other)].bounds;
        if (other != index)
            deepest = std::max(deepest, std::min(own.left - around.left, around.right - own.right));
    }
    return deepest;
}

/// Adds how the atoms beside the largest one join the others.
void addJoins(const std::vector<InkAtom>& atoms, const AtomSet& set, double height, AtomPairs& pairs,
              NumberFeatures& features)
{
    const int main = *std::ranges::max_element(
        set, {}, [&](int index) { return atoms[static_cast<std::size_t>(index)].bounds.height(); });
    for (const int index : set) {
        if (index == main)
            continue;
        AtomPair nearest;
        for (const int other : set)
            if (other != index) {
                nearest.apart = std::min(nearest.apart, pairs.of(index, other).apart);
                nearest.crossed = std::max(nearest.crossed, pairs.of(index, other).crossed);
            }
        of(features, NumberFeature::Apart) += nearest.apart;
        of(features, NumberFeature::Crossed) += nearest.crossed;
        of(features, NumberFeature::Overlap) += overlapOf(atoms, set, index);
        of(features, NumberFeature::Inside) += insideOf(atoms, set, index) / height;
    }
}

int cutEnds(const Drawing& drawing, const std::vector<StrokePiece>& pieces)
{
    int ends = 0;
    for (const StrokePiece& piece : pieces) {
        const auto& points = drawing.strokes[static_cast<std::size_t>(piece.stroke)].points;
        ends += (piece.first > 0 ? 1 : 0) + (piece.end < static_cast<int>(points.size()) ? 1 : 0);
    }
    return ends;
}

}  // namespace

const NumberWeights& usualNumberWeights()
{
    static const NumberWeights weights{1.8, 0.65, -8.5, -9, -1.5, -2.5, 5, 2.3, 6, -2.8, 4.8};
    return weights;
}

NumberFeatures shapeOf(const Drawing& drawing, const std::vector<InkAtom>& atoms, const AtomSet& set,
                       double height, AtomPairs& pairs)
{
    NumberFeatures features{};
    of(features, NumberFeature::Part) = 1;
    of(features, NumberFeature::Cut) = cutEnds(drawing, piecesOf(atoms, set));
    if (!(height > 0))
        return features;
    const InkBounds bounds = boundsOf(atoms, set);
    const double lacking = std::max(0.0, 1 - bounds.height() / height);
    of(features, NumberFeature::Low) = lacking * lacking;
    of(features, NumberFeature::Wide) = std::min(3.0, std::max(0.0, bounds.width() / height - 1));
    of(features, NumberFeature::Gap) = std::min(1.0, widestGap(atoms, set) / height);
    if (set.size() > 1 && set.size() <= kMostAtomsJoined)
        addJoins(atoms, set, height, pairs, features);
    return features;
}

NumberFeatures withAnswer(NumberFeatures features, const Prediction& prediction)
{
    const double probability =
        prediction.best < 0
            ? 0.0
            : static_cast<double>(prediction.probabilities[static_cast<std::size_t>(prediction.best)]);
    const double lacking =
        prediction.best < 0 ? kMostLacking : kPlentyOfEvidence - static_cast<double>(prediction.evidence);
    of(features, NumberFeature::Certainty) = std::log(std::max(kLeastProbability, probability));
    of(features, NumberFeature::Evidence) = -std::clamp(lacking, 0.0, kMostLacking);
    return features;
}

NumberFeatures leftOut()
{
    NumberFeatures features{};
    of(features, NumberFeature::Cut) = 1;
    return features;
}

CandidateScore scoreOf(const NumberFeatures& features, const NumberWeights& weights)
{
    const auto term = [&](NumberFeature feature) {
        return features[static_cast<std::size_t>(feature)] * weights[static_cast<std::size_t>(feature)];
    };
    using enum NumberFeature;
    return {term(Certainty), term(Evidence), term(Low) + term(Wide),
            term(Gap) + term(Apart) + term(Crossed) + term(Overlap) + term(Inside) + term(Cut) + term(Part)};
}

}  // namespace glyphscope
