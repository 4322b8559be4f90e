// SPDX-License-Identifier: GPL-3.0-or-later
// 16 registers of 8 floats.
#define GLYPHSCOPE_LANES 8
#define GLYPHSCOPE_PIXELS1 4
#define GLYPHSCOPE_VECTORS1 2
#define GLYPHSCOPE_PIXELS2 7
#define GLYPHSCOPE_VECTORS2 1
#define GLYPHSCOPE_TAP_ROWS 1
#include "model/kernels/detail/feature_floats.h"
// after how pool1 is kept
#include "model/kernels/detail/feature_steps.h"

namespace glyphscope::kernels {

const FeatureSteps kAvx2Features = featureSteps("AVX2", false);

}  // namespace glyphscope::kernels
