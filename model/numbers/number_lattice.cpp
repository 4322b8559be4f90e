// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/number_lattice.h"

#include "model/numbers/division_search.h"
#include "model/numbers/read_number.h"
#include "model/numbers/stroke_cuts.h"

namespace glyphscope {
namespace {

constexpr std::size_t kMostAtoms = 100;  // with more strokes, the drawing is read as one character

/// Takes one character for several only where these are clearly more probable.
void preferOne(const NumberLattice& lattice, const NumberWeights& weights,
               std::vector<NumberDivision>& divisions)
{
    constexpr double kClearly = 3;  // a logarithm
    for (std::size_t i = 0; i < lattice.sets.size(); ++i) {
        const double score = scoreOf(lattice.features[i], weights).sum();
        if (lattice.sets[i].size() != lattice.atoms.size() || score <= divisions.front().score - kClearly)
            continue;
        const NumberDivision one{{static_cast<int>(i)}, score};
        std::erase_if(divisions,
                      [&](const NumberDivision& other) { return other.candidates == one.candidates; });
        divisions.insert(divisions.begin(), one);
    }
}

/// A set of atoms with its shape.
struct ShapedSet {
    AtomSet set;
    NumberFeatures shape{};
};

/// Without sets that lie as no character does, and of the others those that lie best: what is left is read.
void keepReadable(std::vector<ShapedSet>& sets, std::size_t atomCount)
{
    constexpr double kLeastShape = -3;
    constexpr std::size_t kMostJoined = 40;
    const auto shapeScore = [](const ShapedSet& one) {
        return scoreOf(one.shape, usualNumberWeights()).sum();
    };
    std::vector<double> scores;
    for (const ShapedSet& one : sets)
        if (one.set.size() > 1)
            scores.push_back(shapeScore(one));
    std::ranges::sort(scores, std::greater<>());
    const std::size_t most = kMostJoined + atomCount;
    const double least = scores.size() > most ? std::max(kLeastShape, scores[most]) : kLeastShape;
    std::erase_if(sets, [&](const ShapedSet& one) {
        return one.set.size() > 1 && one.set.size() < atomCount && shapeScore(one) < least;
    });
    // many may lie equally well
    std::size_t joined = 0;
    std::erase_if(sets, [&](const ShapedSet& one) {
        return one.set.size() > 1 && one.set.size() < atomCount && ++joined > 2 * most;
    });
}

/// The set of all atoms, where it is none yet.
void addWhole(std::size_t atomCount, std::vector<AtomSet>& sets)
{
    AtomSet whole;
    for (std::size_t i = 0; i < atomCount; ++i)
        whole.push_back(static_cast<int>(i));
    if (std::ranges::find(sets, whole) == sets.end())
        sets.push_back(std::move(whole));
}

}  // namespace

NumberLattice latticeOf(const Drawing& drawing, const Prediction& whole, Recognizer& recognizer,
                        const NumberOptions& options)
{
    NumberLattice lattice;
    const std::vector<InkAtom> uncut = atomsOf(drawing, options.fixed);
    lattice.height = characterHeight(uncut);
    if (uncut.size() <= kMostAtoms)
        lattice.atoms = cutAtoms(drawing, uncut, lattice.height);
    if (lattice.atoms.size() < 2 || lattice.atoms.size() > kMostAtoms)
        return lattice;
    std::vector<AtomSet> sets = candidateSets(lattice.atoms, lattice.height);
    if (std::ranges::none_of(lattice.atoms, &InkAtom::fixed))
        addWhole(lattice.atoms.size(), sets);
    AtomPairs pairs(drawing, lattice.atoms, lattice.height);
    std::vector<ShapedSet> shaped;
    for (AtomSet& set : sets) {
        const NumberFeatures shape = shapeOf(drawing, lattice.atoms, set, lattice.height, pairs);
        shaped.push_back({std::move(set), shape});
    }
    keepReadable(shaped, lattice.atoms.size());
    for (ShapedSet& one : shaped) {
        lattice.sets.push_back(std::move(one.set));
        const AtomSet& set = lattice.sets.back();
        if (lattice.isLeftOut(lattice.sets.size() - 1)) {
            lattice.predictions.emplace_back();
            lattice.features.push_back(leftOut());
            continue;
        }
        lattice.predictions.push_back(
            set.size() == lattice.atoms.size()
                ? whole
                : readAsOne(drawingOf(drawing, piecesOf(lattice.atoms, set)), recognizer));
        lattice.features.push_back(withAnswer(one.shape, lattice.predictions.back()));
    }
    return lattice;
}

std::vector<NumberDivision> divisionsOf(const NumberLattice& lattice, const NumberWeights& weights, int most)
{
    std::vector<SearchCandidate> search;
    for (std::size_t i = 0; i < lattice.sets.size(); ++i)
        search.push_back({lattice.sets[i], scoreOf(lattice.features[i], weights).sum()});
    std::vector<NumberDivision> divisions =
        bestDivisions(search, static_cast<int>(lattice.atoms.size()), most);
    for (NumberDivision& division : divisions) {
        std::erase_if(division.candidates,
                      [&](int index) { return lattice.isLeftOut(static_cast<std::size_t>(index)); });
        std::ranges::stable_sort(division.candidates, {}, [&](int index) {
            return boundsOf(lattice.atoms, lattice.sets[static_cast<std::size_t>(index)]).middle();
        });
    }
    preferOne(lattice, weights, divisions);
    return divisions;
}

}  // namespace glyphscope
