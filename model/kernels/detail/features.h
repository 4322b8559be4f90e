// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kernels/network_sizes.h"

#include <cstddef>

// SimpleCNN's convolutions with what follows them, forwards and backwards, of one image on one thread. Of the
// gradient that comes back through a 2x2 maximum three quarters are zero, and of the rest what the ReLU cut
// off: backwards only what is left is multiplied. Float values lie channels last.

namespace glyphscope::kernels {

inline constexpr int kPositions = kSide3 * kSide3;
inline constexpr int kPatch = 9 * kMaps1;                                  // inputs of one sum of conv2
inline constexpr int kPool1Values = (kSide2 + 2) * (kSide2 + 2) * kMaps1;  // with a border
inline constexpr unsigned char kCut = 4;  // the winner where the ReLU let nothing through

struct FeatureWeights {
    const float* conv1;  ///< [ky][kx][map]
    const float* bias1;
    const void* conv2;  ///< float [ky][kx][input map][map], or bfloat16 [ky][kx][pair of them][map][2]
    const float* conv2Backwards;  ///< [map][ky][kx][input map]
    const float* bias2;
};

/// What an image leaves for the way back. Winners are which of the 2x2 was the largest, row by row, or kCut.
template <typename Value>
struct FeatureState {
    alignas(64) Value pool1[kPool1Values];  ///< with a border of zeros
    unsigned char winners1[kSide2 * kSide2 * kMaps1];
    unsigned char winners2[kPositions * kMaps2];
};

/// Sums over images, laid out as FeatureWeights' conv1 and conv2Backwards.
struct FeatureSums {
    alignas(64) float conv1[9 * kMaps1];
    alignas(64) float bias1[kMaps1];
    alignas(64) float conv2[kMaps2 * kPatch];
    alignas(64) float bias2[kMaps2];
};

struct FeatureSteps {
    /// `image` [28][28]; `features` [map][y][x], as PyTorch flattens them.
    void (*forward)(const FeatureWeights&, const float* image, void* state, float* features);
    /// `gradient` as `features`. Adds to `sums`; what conv1 needs only if `conv1` says so.
    void (*backward)(const FeatureWeights&, const float* image, const void* state, const float* gradient,
                     bool conv1, FeatureSums& sums);
    /// The same to pool1 and from it, [y][x][map] without a border. Each half has a state of its own.
    void (*forwardFirst)(const FeatureWeights&, const float* image, void* state, float* pool1);
    void (*backwardFirst)(const float* image, const void* state, const float* gradient, FeatureSums& sums);
    void (*forwardSecond)(const FeatureWeights&, const float* pool1, void* state, float* features);
    /// Writes pool1's gradient to `pool1` where that is not null.
    void (*backwardSecond)(const FeatureWeights&, const void* state, const float* gradient, float* pool1,
                           FeatureSums& sums);
    std::size_t stateBytes;
    bool bfloat16;
    const char* name;  ///< of the instructions
};

extern const FeatureSteps kAvx512Bf16Features;
extern const FeatureSteps kAvx512Features;
extern const FeatureSteps kAvx2Features;

}  // namespace glyphscope::kernels
