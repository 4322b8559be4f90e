// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/recognition/recognizer.h"
#include "model/types/number_reading.h"

#include <optional>

namespace glyphscope {

/// Divides the figure found in a picture into the characters of a number: its pieces of ink, which have no
/// order, are joined as strokes are and read. Each part's drawing is a clean picture of it alone. Nothing
/// where it is one character, no single line of them, or more than a third are not sure; a piece that is wide
/// may be cut where it has the least ink. The drawing has a picture and no strokes. About 30 milliseconds,
/// twice that where ruled lines were taken out: it is read with them, too.
[[nodiscard]] std::optional<NumberReading> pictureNumber(const Drawing& drawing, Recognizer& recognizer);

}  // namespace glyphscope
