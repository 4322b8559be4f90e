// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/numbers/ink_atoms.h"

#include <vector>

namespace glyphscope {

/// Where a stroke that may hold several characters is cut: points that begin a piece, ascending. Both sides
/// of a cut stand beside each other in x and are at least half a character of that `height` high; where the
/// pen goes over from one to the other, the way is cut off at both ends. A few at most; none in a stroke that
/// is narrow.
[[nodiscard]] std::vector<int> cutsOf(const Drawing& drawing, const StrokePiece& piece, double height);

/// The atoms with those cut that are one piece of a stroke and not fixed, by their middles from left to
/// right.
[[nodiscard]] std::vector<InkAtom> cutAtoms(const Drawing& drawing, const std::vector<InkAtom>& atoms,
                                            double height);

}  // namespace glyphscope
