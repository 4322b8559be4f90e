// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/number_reading.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace glyphscope {

/// What points reach over, in a drawing's coordinates.
struct InkBounds {
    double left = std::numeric_limits<double>::infinity();
    double right = -std::numeric_limits<double>::infinity();
    double top = std::numeric_limits<double>::infinity();
    double bottom = -std::numeric_limits<double>::infinity();

    [[nodiscard]] bool empty() const { return left > right; }
    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
    [[nodiscard]] double middle() const { return (left + right) / 2; }
    void add(const InkBounds& other)
    {
        left = std::min(left, other.left);
        right = std::max(right, other.right);
        top = std::min(top, other.top);
        bottom = std::max(bottom, other.bottom);
    }
    /// How far apart two are in x; below 0 by how much they overlap.
    [[nodiscard]] double gapTo(const InkBounds& other) const
    {
        return std::max(left, other.left) - std::min(right, other.right);
    }
};

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
