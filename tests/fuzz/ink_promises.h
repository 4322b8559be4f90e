// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/labelled_drawing.h"

#include <vector>

namespace glyphscope::fuzz {

[[nodiscard]] bool isFinite(const Point& point);

/// Every stroke has points, all finite, and a pen.
void requireFiniteInk(const std::vector<LabelledDrawing>& drawings);

/// The drawings are the same after being written as InkML and read again.
void requireRoundTrip(const std::vector<LabelledDrawing>& drawings);

}  // namespace glyphscope::fuzz
