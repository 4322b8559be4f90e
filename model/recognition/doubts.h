// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/prediction.h"
#include "model/types/stages.h"

namespace glyphscope {

/// Tells an answer what speaks against one clear figure in the picture that was read: a digit is then not
/// sure. That figures stand side by side or are entangled counts for networks of digits alone; of strokes
/// that is all, and prediction.several has it already.
void addDoubts(const Stages& stages, Prediction& prediction);

}  // namespace glyphscope
