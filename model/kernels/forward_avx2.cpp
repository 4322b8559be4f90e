// SPDX-License-Identifier: GPL-3.0-or-later
// 16 registers of 8 floats.
#define GLYPHSCOPE_LANES 8
#define GLYPHSCOPE_PIXELS1 4
#define GLYPHSCOPE_VECTORS1 2
#define GLYPHSCOPE_PIXELS2 7
#define GLYPHSCOPE_VECTORS2 1
#include "model/kernels/detail/forward_steps.h"

namespace glyphscope::kernels {

const Steps kAvx2Steps = steps("AVX2");

}  // namespace glyphscope::kernels
