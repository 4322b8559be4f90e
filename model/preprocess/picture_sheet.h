// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/raster.h"

#include <optional>

namespace glyphscope {

/// Finds a sheet of paper on a table in a photograph: the pixels of the sheet (255, the others 0), less a rim
/// where its edge may throw a shadow. Nothing where the paper fills the picture.
///
/// A sheet is the largest part on one side of Otsu's threshold that, its holes filled, fills its convex hull,
/// whose hull is nearly a quadrilateral (written zeros are not), that is no thin bar or frame, and whose edge
/// is sharp. Where it reaches the picture's border its table must be darker than any shadow. Pure; `grey` not
/// empty.
[[nodiscard]] std::optional<Raster> sheetOf(const Raster& grey);

}  // namespace glyphscope
