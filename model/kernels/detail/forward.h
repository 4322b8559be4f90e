// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kernels/network_sizes.h"

// SimpleCNN's forward pass of one image on one thread, in steps, written for the vector registers of a
// processor. Between the steps values lie channels last, so that one register holds neighbouring channels.
// Nothing here may use a function that another translation unit could share: each is compiled for processors
// of its own.

namespace glyphscope::kernels {

inline constexpr int kMostLanes = 16;     // floats in the widest register
inline constexpr int kMostClasses = 256;  // a multiple of it

/// All parameters, the outputs of a layer side by side for every one of its inputs.
struct Weights {
    const float* conv1;  ///< [ky][kx][map]
    const float* bias1;
    const float* conv2;  ///< [ky][kx][input map][map]
    const float* bias2;
    const float* fc1;  ///< [y][x][map][unit]
    const float* biasFc1;
    const float* fc2;      ///< [unit][class], classes padded with zeros
    const float* biasFc2;  ///< padded
    int paddedClasses;     ///< a multiple of kMostLanes
};

/// What an image becomes on its way. The borders of `input` and `pool1` are zero and stay so.
struct Activations {
    alignas(64) float input[(kSide1 + 2) * (kSide1 + 2)];
    alignas(64) float conv1[kSide1 * kSide1 * kMaps1];
    alignas(64) float pool1[(kSide2 + 2) * (kSide2 + 2) * kMaps1];  ///< after the ReLU, which commutes
    alignas(64) float conv2[kSide2 * kSide2 * kMaps2];
    alignas(64) float pool2[kFlat];  ///< after the ReLU
    alignas(64) float fc1[kHidden];  ///< before the ReLU
    alignas(64) float logits[kMostClasses];
};

/// The steps, each from the values of the one before.
struct Steps {
    void (*conv1)(const Weights&, Activations&);
    void (*pool1)(Activations&);
    void (*conv2)(const Weights&, Activations&);
    void (*pool2)(Activations&);
    void (*fc1)(const Weights&, Activations&);
    void (*fc2)(const Weights&, Activations&);
    const char* name;  ///< of the instructions
};

extern const Steps kAvx512Steps;
extern const Steps kAvx2Steps;
extern const Steps kPlainSteps;

}  // namespace glyphscope::kernels
