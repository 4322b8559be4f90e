// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kernels/network_sizes.h"

// The vector registers of a processor and a convolution in them. Included by translation units that are each
// compiled for a processor of their own and define GLYPHSCOPE_LANES (floats in a register) and the blocks
// whose sums fit into its registers: GLYPHSCOPE_PIXELS1 x GLYPHSCOPE_VECTORS1 of conv1 and
// GLYPHSCOPE_PIXELS2 x GLYPHSCOPE_VECTORS2 of conv2. No name here is seen outside of it, and nothing may use
// a function that another translation unit could share.

namespace glyphscope::kernels {
namespace {

constexpr int kLanes = GLYPHSCOPE_LANES;

using Vector = float __attribute__((vector_size(kLanes * sizeof(float))));
using LooseVector = float __attribute__((vector_size(kLanes * sizeof(float)), aligned(alignof(float))));

inline Vector load(const float* from)
{
    return *reinterpret_cast<const LooseVector*>(from);
}

inline void store(float* to, Vector values)
{
    *reinterpret_cast<LooseVector*>(to) = values;
}

/// As PyTorch's maximum: what is not a number stays so.
inline Vector larger(Vector a, Vector b)
{
    return ((a > b) | (a != a)) ? a : b;
}

/// The sums of `Pixels` neighbouring pixels of a row and `Vectors` registers of maps.
template <int Pixels, int Vectors, int InputMaps, int Maps>
inline void convolveBlock(const float* input, int row, const float* weights, const float* bias, float* output)
{
    Vector sums[Pixels][Vectors];
    for (int v = 0; v < Vectors; ++v)
        for (int p = 0; p < Pixels; ++p)
            sums[p][v] = load(bias + v * kLanes);
    for (int ky = 0; ky < 3; ++ky) {
        const float* x = input + ky * row;
        const float* w = weights + ky * 3 * InputMaps * Maps;
        for (int k = 0; k < 3 * InputMaps; ++k) {  // kx and the input maps lie in one row
            Vector taps[Vectors];
            for (int v = 0; v < Vectors; ++v)
                taps[v] = load(w + k * Maps + v * kLanes);
#pragma GCC unroll 16
            for (int p = 0; p < Pixels; ++p)
#pragma GCC unroll 4
                for (int v = 0; v < Vectors; ++v)
                    sums[p][v] += x[p * InputMaps + k] * taps[v];
        }
    }
    for (int p = 0; p < Pixels; ++p)
        for (int v = 0; v < Vectors; ++v)
            store(output + p * Maps + v * kLanes, sums[p][v]);
}

/// A row of `Side` outputs, 3x3: `input` is the first of three rows with a border, `output` one without.
template <int Pixels, int Vectors, int InputMaps, int Maps, int Side>
inline void convolveRow(const float* input, const float* weights, const float* bias, float* output)
{
    for (int map = 0; map < Maps; map += Vectors * kLanes)
        for (int x = 0; x < Side; x += Pixels)
            convolveBlock<Pixels, Vectors, InputMaps, Maps>(input + x * InputMaps, (Side + 2) * InputMaps,
                                                            weights + map, bias + map,
                                                            output + x * Maps + map);
}

}  // namespace
}  // namespace glyphscope::kernels
