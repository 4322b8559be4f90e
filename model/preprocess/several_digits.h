// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

namespace glyphscope {

/// Whether a drawing looks like several digits side by side, as a number is written.
///
/// Strokes that overlap in x, or are less than 3 % of the drawing's height apart, belong together; it takes
/// two such groups of at least 60 % of the height, in a drawing at least half as wide as it is high. A four
/// in two strokes, a five with its bar apart and an equals sign are one group each. For drawings that a
/// network is not sure of: one in 2,000 single digits would be taken for several. Digits that touch or hang
/// over each other are not told, nor is a picture. Points that are not finite are left out. Pure.
[[nodiscard]] bool looksLikeSeveral(const Drawing& drawing);

}  // namespace glyphscope
