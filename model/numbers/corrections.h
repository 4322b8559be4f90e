// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/number_reading.h"

#include <optional>

namespace glyphscope {

/// `options` with part `left` of `reading` and the one right of it joined. Throws nothing; a part that is not
/// there changes nothing.
[[nodiscard]] NumberOptions withJoined(const NumberReading& reading, int left, NumberOptions options);

/// `options` with part `part` of `reading` divided at `x` of the drawing's coordinates: strokes go to the
/// side that their middle lies on; one stroke alone is cut where it passes `x` last. Nothing where one side
/// would be empty.
[[nodiscard]] std::optional<NumberOptions> withDivided(const NumberReading& reading, int part, double x,
                                                       NumberOptions options);

}  // namespace glyphscope
