// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// SimpleCNN's sizes, as its kernels need them.

namespace glyphscope::kernels {

inline constexpr int kSide1 = 28;
inline constexpr int kSide2 = 14;
inline constexpr int kSide3 = 7;
inline constexpr int kMaps1 = 32;
inline constexpr int kMaps2 = 64;
inline constexpr int kFlat = kSide3 * kSide3 * kMaps2;
inline constexpr int kHidden = 256;

}  // namespace glyphscope::kernels
