// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/picture_steps.h"
#include "model/types/raster.h"

namespace glyphscope {

/// Whether the pieces of a figure's mask (255 ink) stand side by side as the digits of a number do: two
/// groups of pieces that do not overlap in x, each with a good part of the height and of the ink; or one that
/// is wide for a digit, or where a thin bridge joins two parts of nearly full height. Pure.
[[nodiscard]] bool looksLikeSeveral(const Raster& figure);

/// Whether something closes around a figure and touches it, as a ring or a box that a digit runs into: more
/// holes than a digit has, or one hole that is large and far from convex. Pure.
[[nodiscard]] bool looksEntangled(const Raster& figure);

}  // namespace glyphscope
