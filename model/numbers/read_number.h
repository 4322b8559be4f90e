// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/recognition/recognizer.h"
#include "model/types/number_reading.h"

namespace glyphscope {

/// Divides a drawing into the characters of a number and reads each with `recognizer`. One character alone is
/// read as the whole drawing always was, and several only where that clearly explains the strokes better.
///
/// Strokes that lie near each other in x are put together in every sensible way (up to four a character, and
/// a stroke that may hold several is cut); each candidate is normalised and read as a drawing of its own, and
/// scored by its probability, its evidence, its size beside the others' and how its strokes meet; the best
/// division is found by a search over the strokes from left to right (oversegmentation and a path through
/// the lattice, as in LeCun et al. 1998, "Gradient-based learning applied to document recognition").
/// Classes that are not the digits are one part (the scores were fitted on digits, and tear letters); a
/// picture is divided where it shows several figures (pictureNumber()), one that was drawn over is not. Ten
/// digits take about 60 readings. Throws what `recognizer` throws.
[[nodiscard]] NumberReading readNumber(const Drawing& drawing, Recognizer& recognizer,
                                       const NumberOptions& options = {});

/// Reads the parts of a number again with another reader, such as one with hooks; how it was divided stays.
void readPartsAgain(NumberReading& reading, Recognizer& recognizer, const NumberOptions& options = {});

/// The drawing as one character: normalised, read and doubted.
[[nodiscard]] Prediction readAsOne(const Drawing& drawing, Recognizer& recognizer);

/// The pieces alone, in the whole drawing's coordinates and with its pens.
[[nodiscard]] Drawing drawingOf(const Drawing& whole, const std::vector<StrokePiece>& pieces);

}  // namespace glyphscope
