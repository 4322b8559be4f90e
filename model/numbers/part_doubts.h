// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/number_reading.h"

namespace glyphscope {

/// Makes parts unsure that hang together: neighbours that share a stroke, and a narrow one that touches its
/// neighbour. So letters look when they are divided (an N as 1 and 1), and hardly ever a number.
void addPartDoubts(NumberReading& reading);

}  // namespace glyphscope
