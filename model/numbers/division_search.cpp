// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/division_search.h"

#include <algorithm>

namespace glyphscope {
namespace {

constexpr std::size_t kBeam = 64;

/// A division of some of the atoms; all left of `first` are taken.
struct Partial {
    std::vector<bool> covered;
    NumberDivision division;
};

bool isFree(const Partial& partial, const AtomSet& atoms)
{
    return std::ranges::none_of(atoms,
                                [&](int atom) { return partial.covered[static_cast<std::size_t>(atom)]; });
}

Partial with(Partial partial, const SearchCandidate& candidate, int index)
{
    for (const int atom : candidate.atoms)
        partial.covered[static_cast<std::size_t>(atom)] = true;
    partial.division.candidates.push_back(index);
    partial.division.score += candidate.score;
    return partial;
}

void keepBest(std::vector<Partial>& partials, std::size_t most)
{
    std::ranges::stable_sort(partials, std::greater<>(),
                             [](const Partial& partial) { return partial.division.score; });
    if (partials.size() > most)
        partials.resize(most);
}

}  // namespace

std::vector<NumberDivision> bestDivisions(const std::vector<SearchCandidate>& candidates, int atomCount,
                                          int most)
{
    const auto count = static_cast<std::size_t>(atomCount);
    std::vector<std::vector<int>> startingAt(count);
    for (std::size_t i = 0; i < candidates.size(); ++i)
        startingAt[static_cast<std::size_t>(candidates[i].atoms.front())].push_back(static_cast<int>(i));
    std::vector<std::vector<Partial>> levels(count + 1);  // by the first atom that is free
    levels[0].push_back({std::vector<bool>(count), {}});
    for (std::size_t level = 0; level < count; ++level) {
        keepBest(levels[level], kBeam);
        for (const Partial& partial : levels[level]) {
            for (const int index : startingAt[level]) {
                const SearchCandidate& candidate = candidates[static_cast<std::size_t>(index)];
                if (!isFree(partial, candidate.atoms))
                    continue;
                Partial next = with(partial, candidate, index);
                const auto free = std::ranges::find(next.covered, false) - next.covered.begin();
                levels[static_cast<std::size_t>(free)].push_back(std::move(next));
            }
        }
    }
    keepBest(levels[count], static_cast<std::size_t>(most));
    std::vector<NumberDivision> divisions;
    for (Partial& partial : levels[count])
        divisions.push_back(std::move(partial.division));
    return divisions;
}

}  // namespace glyphscope
