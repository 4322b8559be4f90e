// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/attribution.h"

namespace glyphscope {

/// How the user likes attributions to be made and shown, whatever the drawing and the class.
struct WhyChoice {
    AttributionOptions options;  ///< the method that is shown large, and what is set of all; without target
    double opacity = 0.65;       ///< of the heat, in [0.1, 1]
    bool smooth = true;
    bool onCanvas = false;
    friend bool operator==(const WhyChoice&, const WhyChoice&) = default;
};

}  // namespace glyphscope
