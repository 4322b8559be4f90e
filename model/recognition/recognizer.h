// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/hook_spec.h"
#include "model/types/prediction.h"
#include "model/types/raster.h"

#include <vector>

namespace glyphscope {

/// Reads glyphs with weights that never change, and answers by the rule noted beside them. Safe to call from
/// one thread at a time.
class Recognizer {
public:
    virtual ~Recognizer() = default;

    /// The answer alone.
    [[nodiscard]] virtual Prediction predict(const Glyph& glyph) = 0;

    /// The answer and a copy of every module's output on the way.
    [[nodiscard]] virtual Reading read(const Glyph& glyph) = 0;

    /// The user's hooks (those for predicting) take part from now on; before, none did. Throws Error for a
    /// hook that cannot be put in; there are none then. A reader without modules that take hooks has none.
    virtual void setHooks(const std::vector<HookSpec>&) {}
    /// Calls of hooks since it was asked last, the newest 1,000.
    [[nodiscard]] virtual std::vector<HookEvent> takeHookEvents() { return {}; }
};

}  // namespace glyphscope
