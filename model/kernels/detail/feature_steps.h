// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kernels/detail/feature_pool.h"
#include "model/kernels/detail/features.h"
#include "model/kernels/detail/vectors.h"

// The steps of features.h in the registers that vectors.h was told of. GLYPHSCOPE_TAP_ROWS: how many of a
// kernel's three rows, over all input maps, fit into registers at once. The translation unit says how pool1
// is kept and multiplied, before it includes this: Value, keep(), floats() and convolveRow2().

namespace glyphscope::kernels {
namespace {

using State = FeatureState<Value>;

constexpr int kRow1 = kSide1 + 2;             // of the image with its border
constexpr int kRow2 = (kSide2 + 2) * kMaps1;  // of pool1 with its border
constexpr int kInner2 = kSide2 * kMaps1;      // without it
constexpr int kTapRow = 3 * kMaps1;
constexpr int kTapVectors = kTapRow / kLanes;

inline void addBorder(const float* image, float* input)
{
    for (int i = 0; i < kRow1; ++i)
        input[i] = input[kRow1 * (kRow1 - 1) + i] = 0;
    for (int y = 0; y < kSide1; ++y) {
        float* row = input + (y + 1) * kRow1;
        row[0] = row[kRow1 - 1] = 0;
        for (int x = 0; x < kSide1; ++x)
            row[x + 1] = image[y * kSide1 + x];
    }
}

/// Calls take(y, row) for each row of pool1, which has a border at both ends.
template <typename Take>
inline void forwardPool1(const FeatureWeights& w, const float* image, unsigned char* winners,
                         const Take& take)
{
    alignas(64) float input[kRow1 * kRow1];
    alignas(64) float rows[2][kSide1 * kMaps1];
    alignas(64) float pooled[kRow2] = {};
    addBorder(image, input);
    for (int y = 0; y < kSide2; ++y) {
        for (int i = 0; i < 2; ++i)
            convolveRow<GLYPHSCOPE_PIXELS1, GLYPHSCOPE_VECTORS1, 1, kMaps1, kSide1>(
                input + (2 * y + i) * kRow1, w.conv1, w.bias1, rows[i]);
        poolRow<kMaps1, kSide2>(rows[0], rows[1], pooled + kMaps1, winners + y * kSide2 * kMaps1);
        take(y, pooled);
    }
}

/// The rows of the border above and below.
inline void keepBorder(State& state)
{
    for (int i = 0; i < kRow2; ++i)
        state.pool1[i] = state.pool1[(kSide2 + 1) * kRow2 + i] = 0;
}

inline void forwardFeatures(const FeatureWeights& w, State& state, float* features)
{
    alignas(64) float rows[2][kSide2 * kMaps2];
    alignas(64) float pooled[kSide3 * kMaps2];
    for (int y = 0; y < kSide3; ++y) {
        for (int i = 0; i < 2; ++i)
            convolveRow2(state.pool1 + (2 * y + i) * kRow2, w, rows[i]);
        poolRow<kMaps2, kSide3>(rows[0], rows[1], pooled, state.winners2 + y * kSide3 * kMaps2);
        for (int map = 0; map < kMaps2; ++map)
            for (int x = 0; x < kSide3; ++x)
                features[map * kPositions + y * kSide3 + x] = pooled[x * kMaps2 + map];
    }
}

void forward(const FeatureWeights& w, const float* image, void* memory, float* features)
{
    State& state = *static_cast<State*>(memory);
    keepBorder(state);
    forwardPool1(w, image, state.winners1,
                 [&state](int y, const float* row) { keep(row, kRow2, state.pool1 + (y + 1) * kRow2); });
    forwardFeatures(w, state, features);
}

void forwardFirst(const FeatureWeights& w, const float* image, void* memory, float* pool1)
{
    State& state = *static_cast<State*>(memory);
    forwardPool1(w, image, state.winners1, [pool1](int y, const float* row) {
        __builtin_memcpy(pool1 + y * kInner2, row + kMaps1, kInner2 * sizeof(float));
    });
}

void forwardSecond(const FeatureWeights& w, const float* pool1, void* memory, float* features)
{
    State& state = *static_cast<State*>(memory);
    alignas(64) float row[kRow2] = {};
    keepBorder(state);
    for (int y = 0; y < kSide2; ++y) {
        __builtin_memcpy(row + kMaps1, pool1 + y * kInner2, kInner2 * sizeof(float));
        keep(row, kRow2, state.pool1 + (y + 1) * kRow2);
    }
    forwardFeatures(w, state, features);
}

/// Where a map's gradient is not zero.
struct Entries {
    int patch[kPositions];  // of pool1 with its border, the first value
    float gradient[kPositions];
    int count = 0;
};

struct PatchTable {
    int patch[kPositions][4];
    constexpr PatchTable() : patch()
    {
        for (int position = 0; position < kPositions; ++position)
            for (int winner = 0; winner < 4; ++winner)
                patch[position][winner] = (2 * (position / kSide3) + winner / 2) * kRow2 +
                                          (2 * (position % kSide3) + winner % 2) * kMaps1;
    }
};
constexpr PatchTable kPatches;

/// Those of one map in the positions from `begin` to `end`, without what the ReLU cut off.
inline void list(const unsigned char* winners, const float* gradient, int begin, int end, Entries& entries)
{
    int count = 0;
    for (int i = begin; i < end; ++i) {
        const unsigned char winner = winners[i * kMaps2];
        unsigned bits;
        __builtin_memcpy(&bits, gradient + i, sizeof bits);
        entries.patch[count] = kPatches.patch[i][winner & 3];
        entries.gradient[count] = gradient[i];
        count += (bits << 1 != 0) & (winner != kCut);  // not 0 of either sign; what is not a number stays
    }
    entries.count = count;
}

inline float sum(const Entries& entries)
{
    float sums[4] = {};
    int i = 0;
    for (; i + 4 <= entries.count; i += 4)
        for (int k = 0; k < 4; ++k)
            sums[k] += entries.gradient[i + k];
    for (; i < entries.count; ++i)
        sums[0] += entries.gradient[i];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

/// Adds to one map's part of conv2's gradient.
inline void addToWeights(const float* pool1, const Entries& entries, float* sums)
{
    constexpr int kRows = GLYPHSCOPE_TAP_ROWS;
    for (int row = 0; row < 3; row += kRows) {
        Vector taps[kRows][kTapVectors];
        for (int r = 0; r < kRows; ++r)
            for (int v = 0; v < kTapVectors; ++v)
                taps[r][v] = load(sums + (row + r) * kTapRow + v * kLanes);
        for (int i = 0; i < entries.count; ++i) {
            const float* patch = pool1 + entries.patch[i] + row * kRow2;
            const Vector gradient = Vector{} + entries.gradient[i];
#pragma GCC unroll 3
            for (int r = 0; r < kRows; ++r)
#pragma GCC unroll 12
                for (int v = 0; v < kTapVectors; ++v)
                    taps[r][v] += gradient * load(patch + r * kRow2 + v * kLanes);
        }
        for (int r = 0; r < kRows; ++r)
            for (int v = 0; v < kTapVectors; ++v)
                store(sums + (row + r) * kTapRow + v * kLanes, taps[r][v]);
    }
}

/// Adds one map's part of pool1's gradient.
inline void addToInputs(const float* weights, const Entries& entries, float* inputs)
{
    constexpr int kRows = GLYPHSCOPE_TAP_ROWS;
    for (int row = 0; row < 3; row += kRows) {
        Vector taps[kRows][kTapVectors];
        for (int r = 0; r < kRows; ++r)
            for (int v = 0; v < kTapVectors; ++v)
                taps[r][v] = load(weights + (row + r) * kTapRow + v * kLanes);
        for (int i = 0; i < entries.count; ++i) {
            float* patch = inputs + entries.patch[i] + row * kRow2;
            const Vector gradient = Vector{} + entries.gradient[i];
#pragma GCC unroll 3
            for (int r = 0; r < kRows; ++r)
#pragma GCC unroll 12
                for (int v = 0; v < kTapVectors; ++v) {
                    float* at = patch + r * kRow2 + v * kLanes;
                    store(at, load(at) + gradient * taps[r][v]);
                }
        }
    }
}

/// Adds to conv1's gradient what pool1's comes to, whose rows are `row` values apart.
inline void addToConv1(const float* image, const State& state, const float* gradients, int row,
                       FeatureSums& sums)
{
    alignas(64) float input[kRow1 * kRow1];
    addBorder(image, input);
    for (int map = 0; map < kMaps1; map += kLanes) {
        Vector taps[9];
        for (int tap = 0; tap < 9; ++tap)
            taps[tap] = load(sums.conv1 + tap * kMaps1 + map);
        Vector bias = load(sums.bias1 + map);
        for (int y = 0; y < kSide2; ++y)
            for (int x = 0; x < kSide2; ++x) {
                const Vector gradient = load(gradients + y * row + x * kMaps1 + map);
                const Ints winner = __builtin_convertvector(
                    *reinterpret_cast<const LooseBytes*>(state.winners1 + (y * kSide2 + x) * kMaps1 + map),
                    Ints);
                bias += winner != kCut ? gradient : Vector{};
                for (int corner = 0; corner < 4; ++corner) {
                    const Vector part = winner == corner ? gradient : Vector{};
                    const float* pixels = input + (2 * y + corner / 2) * kRow1 + 2 * x + corner % 2;
#pragma GCC unroll 9
                    for (int tap = 0; tap < 9; ++tap)
                        taps[tap] += part * pixels[tap / 3 * kRow1 + tap % 3];
                }
            }
        for (int tap = 0; tap < 9; ++tap)
            store(sums.conv1 + tap * kMaps1 + map, taps[tap]);
        store(sums.bias1 + map, bias);
    }
}

/// Adds to the sums of conv2; writes pool1's gradient, with a border, to `inputs` where that is not null.
inline void backwardFeatures(const FeatureWeights& w, const State& state, const float* gradient,
                             float* inputs, FeatureSums& sums)
{
    // In parts, so that what a map's entries touch stays in the cache next to the processor
    constexpr int kParts[] = {0, 4 * kSide3, kPositions};
    alignas(64) float buffer[kPool1Values];
    const float* pool1 = floats(state.pool1, buffer);
    for (int i = 0; i < kPool1Values && inputs != nullptr; i += kLanes)
        store(inputs + i, Vector{});
    Entries entries;
    for (int part = 0; part < 2; ++part)
        for (int map = 0; map < kMaps2; ++map) {
            list(state.winners2 + map, gradient + map * kPositions, kParts[part], kParts[part + 1], entries);
            sums.bias2[map] += sum(entries);
            addToWeights(pool1, entries, sums.conv2 + map * kPatch);
            if (inputs != nullptr)
                addToInputs(w.conv2Backwards + map * kPatch, entries, inputs);
        }
}

void backward(const FeatureWeights& w, const float* image, const void* memory, const float* gradient,
              bool conv1, FeatureSums& sums)
{
    const State& state = *static_cast<const State*>(memory);
    alignas(64) float inputs[kPool1Values];
    backwardFeatures(w, state, gradient, conv1 ? inputs : nullptr, sums);
    if (conv1)
        addToConv1(image, state, inputs + kRow2 + kMaps1, kRow2, sums);
}

void backwardFirst(const float* image, const void* memory, const float* gradient, FeatureSums& sums)
{
    addToConv1(image, *static_cast<const State*>(memory), gradient, kInner2, sums);
}

void backwardSecond(const FeatureWeights& w, const void* memory, const float* gradient, float* pool1,
                    FeatureSums& sums)
{
    alignas(64) float inputs[kPool1Values];
    backwardFeatures(w, *static_cast<const State*>(memory), gradient, pool1 != nullptr ? inputs : nullptr,
                     sums);
    for (int y = 0; y < kSide2 && pool1 != nullptr; ++y)
        __builtin_memcpy(pool1 + y * kInner2, inputs + (y + 1) * kRow2 + kMaps1, kInner2 * sizeof(float));
}

constexpr FeatureSteps featureSteps(const char* name, bool bfloat16)
{
    return {forward,        backward,      forwardFirst, backwardFirst, forwardSecond,
            backwardSecond, sizeof(State), bfloat16,     name};
}

}  // namespace
}  // namespace glyphscope::kernels
