// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/number_lattice.h"

#include "model/numbers/division_search.h"
#include "model/numbers/read_number.h"
#include "model/numbers/stroke_cuts.h"

namespace glyphscope {
namespace {

constexpr std::size_t kMostAtoms = 100;  // more strokes are no number that somebody wrote

/// One character is taken for several only where these are clearly more probable.
void preferOne(std::vector<NumberDivision>& divisions)
{
    constexpr double kClearly = 2;  // a logarithm
    const auto one = std::ranges::find_if(
        divisions, [](const NumberDivision& division) { return division.candidates.size() == 1; });
    if (one != divisions.end() && one->score > divisions.front().score - kClearly)
        std::rotate(divisions.begin(), one, one + 1);
}

/// Whether strokes that lie so may be one character at all: what does not is not read.
bool mayBeRead(const NumberFeatures& shape, const AtomSet& set, std::size_t atomCount)
{
    constexpr double kLeastShape = -3;
    return set.size() == 1 || set.size() == atomCount ||
           scoreOf(shape, usualNumberWeights()).sum() >= kLeastShape;
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
    for (AtomSet& set : sets) {
        const NumberFeatures shape = shapeOf(drawing, lattice.atoms, set, lattice.height, pairs);
        if (!mayBeRead(shape, set, lattice.atoms.size()))
            continue;
        lattice.predictions.push_back(
            set.size() == lattice.atoms.size()
                ? whole
                : readAsOne(drawingOf(drawing, piecesOf(lattice.atoms, set)), recognizer));
        lattice.features.push_back(withAnswer(shape, lattice.predictions.back()));
        lattice.sets.push_back(std::move(set));
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
    for (NumberDivision& division : divisions)
        std::ranges::stable_sort(division.candidates, {}, [&](int index) {
            return boundsOf(lattice.atoms, lattice.sets[static_cast<std::size_t>(index)]).middle();
        });
    preferOne(divisions);
    return divisions;
}

}  // namespace glyphscope
