// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// SimpleCNN's sizes.
namespace glyphscope::kernels {

inline constexpr int kSide1 = 28;                       ///< of the input and of conv1's maps, in pixels
inline constexpr int kSide2 = 14;                       ///< behind pool1
inline constexpr int kSide3 = 7;                        ///< behind pool2
inline constexpr int kMaps1 = 32;                       ///< of conv1
inline constexpr int kMaps2 = 64;                       ///< of conv2
inline constexpr int kKernel = 3;                       ///< side of a kernel, in pixels
inline constexpr int kFlat = kSide3 * kSide3 * kMaps2;  ///< inputs of fc1
inline constexpr int kHidden = 256;                     ///< outputs of fc1

}  // namespace glyphscope::kernels
