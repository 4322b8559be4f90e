// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/raster.h"

namespace glyphscope {

/// The ink found in a picture, in the coordinates of the drawing it lies in. Empty when there is none.
struct InkMask {
    Raster ink;  ///< 255 ink, 0 paper
    double x = 0;
    double y = 0;
    double pixelWidth = 1;   ///< size of one pixel of `ink` in the drawing's units
    double pixelHeight = 1;  ///< likewise
    double thicken = 0;      ///< to be added around the ink, in the drawing's units

    [[nodiscard]] bool empty() const { return ink.empty(); }
};

}  // namespace glyphscope
