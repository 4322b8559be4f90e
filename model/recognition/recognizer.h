// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/prediction.h"
#include "model/types/raster.h"

namespace glyphscope {

/// Reads glyphs with weights that never change. Safe to call from one thread at a time.
class Recognizer {
public:
    virtual ~Recognizer() = default;

    /// The answer alone.
    [[nodiscard]] virtual Prediction predict(const Glyph& glyph) = 0;

    /// The answer and a copy of every module's output on the way.
    [[nodiscard]] virtual Reading read(const Glyph& glyph) = 0;
};

}  // namespace glyphscope
