// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kernels/detail/forward.h"

// Included by one translation unit for each kind of processor, which defines GLYPHSCOPE_LANES (floats in a
// register) and the blocks whose sums fit into its registers: GLYPHSCOPE_PIXELS1 x GLYPHSCOPE_VECTORS1 of
// conv1 and GLYPHSCOPE_PIXELS2 x GLYPHSCOPE_VECTORS2 of conv2. No name here is seen outside of it.

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
    return (a > b) | (a != a) ? a : b;
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

/// 3x3 with a border: `input` is (side + 2)^2, `output` side^2.
template <int Pixels, int Vectors, int InputMaps, int Maps, int Side>
inline void convolve(const float* input, const float* weights, const float* bias, float* output)
{
    constexpr int kRow = (Side + 2) * InputMaps;
    for (int y = 0; y < Side; ++y)
        for (int map = 0; map < Maps; map += Vectors * kLanes)
            for (int x = 0; x < Side; x += Pixels)
                convolveBlock<Pixels, Vectors, InputMaps, Maps>(input + y * kRow + x * InputMaps, kRow,
                                                                weights + map, bias + map,
                                                                output + (y * Side + x) * Maps + map);
}

/// The largest of each 2x2 and of 0, into a square with a border of `Border` pixels.
template <int Maps, int Side, int Border>
inline void pool(const float* input, float* output)
{
    constexpr int kRow = Side * Maps;
    constexpr int kOutputSide = Side / 2 + 2 * Border;
    for (int y = 0; y < Side / 2; ++y)
        for (int x = 0; x < Side / 2; ++x)
            for (int map = 0; map < Maps; map += kLanes) {
                const float* at = input + 2 * y * kRow + 2 * x * Maps + map;
                const Vector upper = larger(load(at), load(at + Maps));
                const Vector lower = larger(load(at + kRow), load(at + kRow + Maps));
                store(output + ((y + Border) * kOutputSide + x + Border) * Maps + map,
                      larger(larger(upper, lower), Vector{}));
            }
}

void conv1(const Weights& w, Activations& a)
{
    convolve<GLYPHSCOPE_PIXELS1, GLYPHSCOPE_VECTORS1, 1, kMaps1, kSide1>(a.input, w.conv1, w.bias1, a.conv1);
}

void pool1(Activations& a)
{
    pool<kMaps1, kSide1, 1>(a.conv1, a.pool1);
}

void conv2(const Weights& w, Activations& a)
{
    convolve<GLYPHSCOPE_PIXELS2, GLYPHSCOPE_VECTORS2, kMaps1, kMaps2, kSide2>(a.pool1, w.conv2, w.bias2,
                                                                              a.conv2);
}

void pool2(Activations& a)
{
    pool<kMaps2, kSide2, 0>(a.conv2, a.pool2);
}

/// Its weights do not fit into the caches near the processor: those of inputs that the ReLU cut off, half of
/// them, are not read at all.
void fc1(const Weights& w, Activations& a)
{
    int inputs[kFlat];
    int count = 0;
    for (int k = 0; k < kFlat; ++k) {
        inputs[count] = k;
        count += a.pool2[k] != 0 ? 1 : 0;
    }
    constexpr int kBlock = kHidden / kLanes > 16 ? 8 : kHidden / kLanes;  // sums that fit into registers
    for (int begin = 0; begin < kHidden; begin += kBlock * kLanes) {
        Vector sums[kBlock];
        for (int v = 0; v < kBlock; ++v)
            sums[v] = load(w.biasFc1 + begin + v * kLanes);
        for (int i = 0; i < count; ++i) {
            const float* row = w.fc1 + inputs[i] * kHidden + begin;
#pragma GCC unroll 16
            for (int v = 0; v < kBlock; ++v)
                sums[v] += a.pool2[inputs[i]] * load(row + v * kLanes);
        }
        for (int v = 0; v < kBlock; ++v)
            store(a.fc1 + begin + v * kLanes, sums[v]);
    }
}

void fc2(const Weights& w, Activations& a)
{
    for (int begin = 0; begin < w.paddedClasses; begin += kLanes) {
        Vector sum = load(w.biasFc2 + begin);
        for (int k = 0; k < kHidden; ++k) {
            const float input = a.fc1[k] <= 0 ? 0 : a.fc1[k];
            sum += input * load(w.fc2 + k * w.paddedClasses + begin);
        }
        store(a.logits + begin, sum);
    }
}

constexpr Steps steps(const char* name)
{
    return {conv1, pool1, conv2, pool2, fc1, fc2, name};
}

}  // namespace
}  // namespace glyphscope::kernels
