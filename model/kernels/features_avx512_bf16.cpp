// SPDX-License-Identifier: GPL-3.0-or-later
// 32 registers of 16 floats or 32 bfloat16, whose products are added up in pairs.
#define GLYPHSCOPE_LANES 16
#define GLYPHSCOPE_PIXELS1 14
#define GLYPHSCOPE_VECTORS1 2
#define GLYPHSCOPE_TAP_ROWS 3
#include "model/kernels/detail/features.h"
#include "model/kernels/detail/vectors.h"

#include <immintrin.h>

namespace glyphscope::kernels {
namespace {

using Value = unsigned short;

/// Rounds to the nearest.
inline void keep(const float* values, int count, Value* to)
{
    for (int i = 0; i < count; i += kLanes)
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(to + i),
                            (__m256i)_mm512_cvtneps_pbh(_mm512_loadu_ps(values + i)));
}

inline const float* floats(const Value* kept, float* buffer)
{
    using Halves = Value __attribute__((vector_size(kLanes * sizeof(Value)), aligned(2)));
    using Words = unsigned __attribute__((vector_size(kLanes * sizeof(unsigned))));
    for (int i = 0; i < kPool1Values; i += kLanes) {
        const Words bits = __builtin_convertvector(*reinterpret_cast<const Halves*>(kept + i), Words) << 16;
        __builtin_memcpy(buffer + i, &bits, sizeof bits);
    }
    return buffer;
}

/// A row of conv2's outputs, 32 maps at a time.
inline void convolveRow2(const Value* input, const FeatureWeights& w, float* output)
{
    constexpr int kPairs = 3 * kMaps1 / 2;
    constexpr int kVectors = 2;
    const auto* weights = static_cast<const Value*>(w.conv2);
    for (int map = 0; map < kMaps2; map += kVectors * kLanes) {
        __m512 sums[kSide2][kVectors];
        for (int p = 0; p < kSide2; ++p)
            for (int v = 0; v < kVectors; ++v)
                sums[p][v] = _mm512_loadu_ps(w.bias2 + map + v * kLanes);
        for (int ky = 0; ky < 3; ++ky) {
            const Value* x = input + ky * (kSide2 + 2) * kMaps1;
            const Value* taps = weights + (ky * kPairs * kMaps2 + map) * 2;
            for (int k = 0; k < kPairs; ++k) {
                __m512bh tap[kVectors];
                for (int v = 0; v < kVectors; ++v)
                    tap[v] = (__m512bh)_mm512_loadu_si512(taps + (k * kMaps2 + v * kLanes) * 2);
#pragma GCC unroll 14
                for (int p = 0; p < kSide2; ++p) {
                    int pair;
                    __builtin_memcpy(&pair, x + p * kMaps1 + 2 * k, sizeof pair);
                    const auto inputs = (__m512bh)_mm512_set1_epi32(pair);
#pragma GCC unroll 2
                    for (int v = 0; v < kVectors; ++v)
                        sums[p][v] = _mm512_dpbf16_ps(sums[p][v], tap[v], inputs);
                }
            }
        }
        for (int p = 0; p < kSide2; ++p)
            for (int v = 0; v < kVectors; ++v)
                _mm512_storeu_ps(output + p * kMaps2 + map + v * kLanes, sums[p][v]);
    }
}

}  // namespace
}  // namespace glyphscope::kernels

// after how pool1 is kept
#include "model/kernels/detail/feature_steps.h"

namespace glyphscope::kernels {

const FeatureSteps kAvx512Bf16Features = featureSteps("AVX-512 BF16", true);

}  // namespace glyphscope::kernels
