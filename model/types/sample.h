// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"
#include "model/types/raster.h"

#include <cstdint>
#include <string>

namespace glyphscope {

/// A drawing of the user's with what it was meant to be.
struct Sample {
    std::string id;  ///< the stem of its file's name
    Drawing drawing;
    std::string label;         ///< the name of its class, whatever weights there are
    Glyph glyph{};             ///< what the network gets of it
    std::int64_t takenAt = 0;  ///< seconds since 1970 (UTC)
};

}  // namespace glyphscope
