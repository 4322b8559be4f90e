// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace glyphscope {

/// A type of numbers that files of weights store. Both formats read the same types, by their own names.
struct NumberType {
    std::string_view storage;  ///< in PyTorch's pickles: "torch FloatStorage"; empty: none of its own
    std::string_view dtype;    ///< in safetensors: "F32"
    std::size_t bytes;
    float (*value)(const std::byte* at);  ///< of the number at an address, little-endian, as float32
};

/// The one that a storage's global, or safetensors' dtype, names; nullptr for what is none.
[[nodiscard]] const NumberType* numberTypeOfStorage(std::string_view storage);
[[nodiscard]] const NumberType* numberTypeOfDtype(std::string_view dtype);

/// `count` numbers that lie one after the other.
[[nodiscard]] std::vector<float> floatsOf(const NumberType& type, std::span<const std::byte> bytes);

}  // namespace glyphscope
