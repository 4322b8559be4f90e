// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kernels/detail/forward.h"
#include "model/kernels/detail/vectors.h"

// The steps in the registers that vectors.h was told of.

namespace glyphscope::kernels {
namespace {

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
    for (int y = 0; y < kSide1; ++y)
        convolveRow<GLYPHSCOPE_PIXELS1, GLYPHSCOPE_VECTORS1, 1, kMaps1, kSide1>(
            a.input + y * (kSide1 + 2), w.conv1, w.bias1, a.conv1 + y * kSide1 * kMaps1);
}

void pool1(Activations& a)
{
    pool<kMaps1, kSide1, 1>(a.conv1, a.pool1);
}

void conv2(const Weights& w, Activations& a)
{
    for (int y = 0; y < kSide2; ++y)
        convolveRow<GLYPHSCOPE_PIXELS2, GLYPHSCOPE_VECTORS2, kMaps1, kMaps2, kSide2>(
            a.pool1 + y * (kSide2 + 2) * kMaps1, w.conv2, w.bias2, a.conv2 + y * kSide2 * kMaps2);
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
