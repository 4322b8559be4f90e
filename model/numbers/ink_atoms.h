// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/ink_bounds.h"
#include "model/types/number_reading.h"

#include <vector>

namespace glyphscope {

/// What is never divided: a stroke, a piece of one, or a part that the user fixed.
struct InkAtom {
    std::vector<StrokePiece> pieces;
    InkBounds bounds;
    bool fixed = false;  ///< a part by itself
    bool way = false;    ///< leads from one character over to the next, and may be left out
};

/// Whether a point is drawn at all, as rasterise() has it.
[[nodiscard]] bool isThere(const Point& p);

/// Of the finite points of `pieces`; empty where there are none.
[[nodiscard]] InkBounds boundsOf(const Drawing& drawing, const std::vector<StrokePiece>& pieces);
[[nodiscard]] DrawingBox boxOf(const InkBounds& bounds);

/// Every stroke as one piece.
[[nodiscard]] std::vector<StrokePiece> wholeStrokes(const Drawing& drawing);

/// The pieces in the drawing's order, those that follow on each other as one.
[[nodiscard]] std::vector<StrokePiece> mergedPieces(std::vector<StrokePiece> pieces);

/// The atoms of a drawing by their middles from left to right. Strokes without a finite point are none. Of
/// `fixed`, what the drawing does not have is left out.
[[nodiscard]] std::vector<InkAtom> atomsOf(const Drawing& drawing,
                                           const std::vector<std::vector<StrokePiece>>& fixed);

/// How high a character of this drawing is, taken from the atoms that stand beside each other.
[[nodiscard]] double characterHeight(const std::vector<InkAtom>& atoms);

}  // namespace glyphscope
