// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/recognition/recognizer.h"
#include "model/types/labelled_drawing.h"
#include "model/types/number_reading.h"

#include <string_view>
#include <vector>

namespace glyphscope {

/// Divides a drawing whose characters are known into one part for each, from left to right: of the 200 best
/// divisions into so many parts that one whose readings agree most often with `truth` (UTF-8), and of several
/// such the best. The predictions are what the parts read as. Empty where no division has so many parts or
/// less than four fifths of its readings, of two or three characters all but one, agree: the drawing or its
/// label is not to be trusted. Of pictures: empty. Throws what `recognizer` throws.
[[nodiscard]] std::vector<NumberPart> partsOfLabel(const Drawing& drawing, std::string_view truth,
                                                   Recognizer& recognizer);

/// partsOfLabel() as drawings with labels of their own; their ids end in "#0", "#1", ...
[[nodiscard]] std::vector<LabelledDrawing> charactersOf(const LabelledDrawing& number,
                                                        Recognizer& recognizer);

}  // namespace glyphscope
