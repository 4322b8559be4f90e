// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"
#include "model/types/raster.h"

#include <array>
#include <optional>

namespace glyphscope {

/// Finds the marks in the corners of a printed sheet in a mask (255 ink, 0 paper): four dark squares of one
/// size, of which that at the top left has a white middle. Their middles, from the top left clockwise as the
/// sheet is held, in pixels; nothing where there are none. However the sheet is turned by about 90 degrees,
/// and up to 30 beside that. Pure.
[[nodiscard]] std::optional<std::array<Point, 4>> sheetMarks(const Raster& ink);

}  // namespace glyphscope
