// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checkpoint/detail/pickle.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace glyphscope::pt {

/// A type of numbers that PyTorch stores.
struct Element {
    std::string_view storage;  ///< the global that stands for it: "torch FloatStorage"
    std::size_t bytes;
    float (*value)(const std::byte* at);  ///< of the number at an address, little-endian, as float32
};

/// The one that a storage's global names; nullptr for what is none.
[[nodiscard]] const Element* elementOf(std::string_view storage);

/// Every global that a file of weights may refer to.
[[nodiscard]] std::span<const PickleGlobal> knownGlobals();

}  // namespace glyphscope::pt
