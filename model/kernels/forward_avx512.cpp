// SPDX-License-Identifier: GPL-3.0-or-later
// 32 registers of 16 floats.
#define GLYPHSCOPE_LANES 16
#define GLYPHSCOPE_PIXELS1 14
#define GLYPHSCOPE_VECTORS1 2
#define GLYPHSCOPE_PIXELS2 14
#define GLYPHSCOPE_VECTORS2 2
#include "model/kernels/detail/forward_steps.h"

namespace glyphscope::kernels {

const Steps kAvx512Steps = steps("AVX-512");

}  // namespace glyphscope::kernels
