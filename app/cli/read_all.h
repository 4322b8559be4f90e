// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/recognition/recognizer.h"
#include "model/types/dataset.h"

#include <stop_token>
#include <vector>

namespace glyphscope {

/// What a reader says to many glyphs, one after the other.
struct AllAnswers {
    std::vector<float> logits;    ///< row-major, one row a glyph
    std::vector<float> evidence;  ///< one a glyph
};

/// Reads every glyph of `data`, whatever its label, unless it is stopped before.
[[nodiscard]] AllAnswers readAll(Recognizer& recognizer, const Dataset& data, const std::stop_token& stop);

}  // namespace glyphscope
