// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/numbers/ink_atoms.h"

#include <vector>

namespace glyphscope {

/// Atoms that may make a character together, as ascending indices.
using AtomSet = std::vector<int>;

/// Of a character; the set of all may hold more.
inline constexpr std::size_t kMostAtomsJoined = 6;

/// Every atom by itself, and every set of up to four strokes that lie near each other in x and are not wider
/// than a character of that `height`. Fixed atoms stand alone. The number of sets is limited to some ten an
/// atom.
[[nodiscard]] std::vector<AtomSet> candidateSets(const std::vector<InkAtom>& atoms, double height);

/// What a set reaches over.
[[nodiscard]] InkBounds boundsOf(const std::vector<InkAtom>& atoms, const AtomSet& set);
[[nodiscard]] std::vector<StrokePiece> piecesOf(const std::vector<InkAtom>& atoms, const AtomSet& set);

}  // namespace glyphscope
