// SPDX-License-Identifier: GPL-3.0-or-later
// What every processor has that the compiler was told to compile for: 16 registers of 4 floats on x86-64.
#define GLYPHSCOPE_LANES 4
#define GLYPHSCOPE_PIXELS1 4
#define GLYPHSCOPE_VECTORS1 2
#define GLYPHSCOPE_PIXELS2 7
#define GLYPHSCOPE_VECTORS2 1
#include "model/kernels/detail/forward_steps.h"

namespace glyphscope::kernels {

const Steps kPlainSteps = steps("plain");

}  // namespace glyphscope::kernels
