// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kernels/detail/features.h"
#include "model/kernels/detail/vectors.h"

// pool1 kept and multiplied in float32.

namespace glyphscope::kernels {
namespace {

using Value = float;

inline void keep(const float* values, int count, Value* to)
{
    for (int i = 0; i < count; i += kLanes)
        store(to + i, load(values + i));
}

inline const float* floats(const Value* kept, float* /*buffer*/)
{
    return kept;
}

inline void convolveRow2(const Value* input, const FeatureWeights& w, float* output)
{
    convolveRow<GLYPHSCOPE_PIXELS2, GLYPHSCOPE_VECTORS2, kMaps1, kMaps2, kSide2>(
        input, static_cast<const float*>(w.conv2), w.bias2, output);
}

}  // namespace
}  // namespace glyphscope::kernels
