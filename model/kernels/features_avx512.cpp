// SPDX-License-Identifier: GPL-3.0-or-later
// 32 registers of 16 floats.
#define GLYPHSCOPE_LANES 16
#define GLYPHSCOPE_PIXELS1 14
#define GLYPHSCOPE_VECTORS1 2
#define GLYPHSCOPE_PIXELS2 14
#define GLYPHSCOPE_VECTORS2 2
#define GLYPHSCOPE_TAP_ROWS 3
#include "model/kernels/detail/feature_floats.h"
// after how pool1 is kept
#include "model/kernels/detail/feature_steps.h"

namespace glyphscope::kernels {

const FeatureSteps kAvx512Features = featureSteps("AVX-512", false);

}  // namespace glyphscope::kernels
