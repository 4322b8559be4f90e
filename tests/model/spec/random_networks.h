// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/network_spec.h"

#include <cstdint>

namespace glyphscope::test {

/// A network that fits, of any kinds, blocks inside blocks included, with names as people give them and some
/// that nobody would. The same seed gives the same network.
[[nodiscard]] NetworkSpec randomNetwork(std::uint32_t seed);

/// Every Repeat as the Sequential of Sequentials that PyTorch has of it.
[[nodiscard]] NetworkSpec withoutRepeats(NetworkSpec network);

/// Without options that have their defaults, the shortcut of a Residual included that is what it would be.
[[nodiscard]] NetworkSpec withoutDefaults(NetworkSpec network);

}  // namespace glyphscope::test
