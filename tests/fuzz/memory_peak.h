// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace glyphscope::fuzz {

/// Sanitizers keep what was freed, so that peaks tell nothing.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kPeaksAreReal = false;
#else
inline constexpr bool kPeaksAreReal = true;
#endif

/// The most bytes of memory that `work` had in use at once, over what there was before. By /proc (Linux).
[[nodiscard]] std::size_t memoryPeak(const std::function<void()>& work);

}  // namespace glyphscope::fuzz
