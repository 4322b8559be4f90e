// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/numbers/number_lattice.h"
#include "model/preprocess/ink_components.h"
#include "model/preprocess/ink_mask.h"

#include <vector>

namespace glyphscope {

/// Pieces of ink, and where their pixels lie in the drawing.
struct PictureInk {
    InkMask mask;
    std::vector<InkComponent> components;
    std::vector<int> halfOf;  ///< one a component: which one it was cut from, or -1

    [[nodiscard]] InkBounds boundsOf(const InkComponent& c) const
    {
        return {mask.x + c.left * mask.pixelWidth, mask.x + (c.right + 1) * mask.pixelWidth,
                mask.y + c.top * mask.pixelHeight, mask.y + (c.bottom + 1) * mask.pixelHeight};
    }
};

/// Pieces of one line of a mask from left to right, those cut in two that are wide for one character and high
/// on both sides.
[[nodiscard]] PictureInk picturePieces(InkMask mask, std::vector<InkComponent> components);

/// Some pieces as black ink on a white picture, with a rim of a quarter.
[[nodiscard]] Picture pictureOf(const PictureInk& ink, const AtomSet& set);

/// Reads every candidate of a line of pieces, of characters as high as these are.
[[nodiscard]] NumberLattice latticeOf(const PictureInk& ink, Recognizer& recognizer);

/// The line divided as its lattice likes best. It has at least one piece.
[[nodiscard]] NumberReading readingOf(const PictureInk& ink, const NumberLattice& lattice);

}  // namespace glyphscope
