// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/raster.h"
#include "model/types/stages.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace glyphscope {

/// A connected piece of ink.
struct InkComponent {
    std::vector<std::pair<int, int>> pixels;
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;

    [[nodiscard]] int width() const { return right - left + 1; }
    [[nodiscard]] int height() const { return bottom - top + 1; }
    [[nodiscard]] int longerSide() const { return std::max(width(), height()); }
};

enum class Neighbours { Four, Eight };

/// The pieces of a mask (255 ink, 0 paper), in order of their first pixels.
[[nodiscard]] std::vector<InkComponent> componentsOf(Raster ink, Neighbours neighbours);
[[nodiscard]] bool touchesBorder(const InkComponent& component, const Raster& ink);

/// Ink along nearly the whole of all four sides of its bounding box: a ruled box, never a digit.
[[nodiscard]] bool isFrame(const InkComponent& component);
/// A solid round spot, as a punch makes.
[[nodiscard]] bool isBlob(const InkComponent& component);

/// The tight box of all that is not 0; of no size where there is nothing.
[[nodiscard]] Box inkBox(const Raster& ink);

/// What is done to pieces at the border of a mask.
enum class BorderInk {
    Kept,
    Stray,       ///< dropped if a figure remains
    AmongRules,  ///< and thin ones in any case: lines that enter at the edge
};

/// Removes what is not the figure from a mask (255 ink, 0 paper), judging 8-connected components: everything
/// that touches the border, every ruled frame, rings drawn around the figure, and round solid blobs that lie
/// away from it (punch marks), if a figure of some size remains without them; then specks.
/// Returns an empty mask of the same size when nothing is left.
[[nodiscard]] Raster withoutStrayInk(const Raster& ink, BorderInk border = BorderInk::Stray);

/// Mean width of the lines in a mask, pixels: twice area by perimeter. 0 when there is no ink.
[[nodiscard]] double meanLineWidth(const Raster& ink);

}  // namespace glyphscope
