// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kernels/detail/features.h"
#include "model/kernels/detail/vectors.h"

// The maximum with its ReLU, in the registers that vectors.h was told of.

namespace glyphscope::kernels {
namespace {

using Bytes = unsigned char __attribute__((vector_size(kLanes)));
using LooseBytes = unsigned char __attribute__((vector_size(kLanes), aligned(1)));
using Ints = int __attribute__((vector_size(kLanes * sizeof(int))));

/// Keeps the larger of the two, the first of equals; what is not a number wins, as in PyTorch.
inline void compete(Vector& best, Ints& winner, Vector value, int number)
{
    const Ints wins = (value > best) | (value != value);
    best = wins ? value : best;
    winner = wins ? Ints{} + number : winner;
}

/// The largest of each 2x2 of two rows, and which it was; 0 and kCut where the ReLU cuts it off.
template <int Maps, int Width>
inline void poolRow(const float* upper, const float* lower, float* values, unsigned char* winners)
{
    for (int i = 0; i < Width * Maps; i += kLanes) {
        const int at = i / Maps * 2 * Maps + i % Maps;
        Vector best = load(upper + at);
        Ints winner{};
        compete(best, winner, load(upper + at + Maps), 1);
        compete(best, winner, load(lower + at), 2);
        compete(best, winner, load(lower + at + Maps), 3);
        const Ints cut = best <= 0;
        store(values + i, cut ? Vector{} : best);
        *reinterpret_cast<LooseBytes*>(winners + i) =
            __builtin_convertvector(cut ? Ints{} + kCut : winner, Bytes);
    }
}

}  // namespace
}  // namespace glyphscope::kernels
