// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/numbers/ink_atoms.h"

#include <vector>

namespace glyphscope {

/// A point of a stroke that begins a piece.
struct StrokeCut {
    int at = 0;
    bool way = false;  ///< the piece leads from one character over to the next, and may belong to neither
};

/// Where a stroke that may hold several characters is cut, ascending. Both sides of a cut stand beside each
/// other in x and are at least half a character of that `height` high; the way over from one to the other is
/// cut off, and where it turns. No loop is cut open. A few at most; none in a stroke that is narrow.
[[nodiscard]] std::vector<StrokeCut> cutsOf(const Drawing& drawing, const StrokePiece& piece, double height);

/// The atoms with those cut that are one piece of a stroke and not fixed, by their middles from left to
/// right.
[[nodiscard]] std::vector<InkAtom> cutAtoms(const Drawing& drawing, const std::vector<InkAtom>& atoms,
                                            double height);

}  // namespace glyphscope
