// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

#include <string>

namespace glyphscope {

/// A drawing with what is known of it, as InkML carries it.
struct LabelledDrawing {
    Drawing drawing;
    std::string truth;  ///< the label as written: "7", "K"; empty when there is none
    std::string id;     ///< where it came from; may be empty
};

}  // namespace glyphscope
