// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/recognition/recognizer.h"

namespace glyphscope {

/// Reads digits without LibTorch, for tests and for machines that have none: a glyph's mean ink in 7x7 blocks
/// of 4x4 pixels, compared by cosine with ten drawn templates. The same glyph gets the same answer
/// everywhere. Its modules are "blocks" (1x7x7) and "templates" (10, the logits).
class FakeRecognizer final : public Recognizer {
public:
    [[nodiscard]] Prediction predict(const Glyph& glyph) override;
    [[nodiscard]] Reading read(const Glyph& glyph) override;
};

/// The template of `digit` (0 to 9) as a glyph: what the fake reads as that digit without doubt.
[[nodiscard]] Glyph templateGlyph(int digit);

}  // namespace glyphscope
