// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/number_lattice.h"

#include "model/numbers/division_search.h"
#include "model/numbers/read_number.h"

namespace glyphscope {
namespace {

constexpr std::size_t kMostAtoms = 100;  // more strokes are no number that somebody wrote

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
    lattice.atoms = atomsOf(drawing, options.fixed);
    if (lattice.atoms.size() < 2 || lattice.atoms.size() > kMostAtoms)
        return lattice;
    lattice.height = characterHeight(lattice.atoms);
    lattice.sets = candidateSets(lattice.atoms, lattice.height);
    if (std::ranges::none_of(lattice.atoms, &InkAtom::fixed))
        addWhole(lattice.atoms.size(), lattice.sets);
    for (const AtomSet& set : lattice.sets) {
        lattice.predictions.push_back(
            set.size() == lattice.atoms.size()
                ? whole
                : readAsOne(drawingOf(drawing, piecesOf(lattice.atoms, set)), recognizer));
        lattice.features.push_back(
            withAnswer(shapeOf(drawing, lattice.atoms, set, lattice.height), lattice.predictions.back()));
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
    return divisions;
}

}  // namespace glyphscope
