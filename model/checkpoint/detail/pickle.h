// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace glyphscope {

/// Bounds on a pickle: one beyond them is refused while it is read.
struct PickleLimits {
    static constexpr std::size_t kBytes = std::size_t{4} << 20;
    static constexpr std::size_t kValues = 200'000;  ///< made by all of it, and as many places in its memo
    static constexpr std::size_t kStack = 20'000;
    static constexpr std::size_t kMarks = 64;
};

/// What a global may be used for. Nothing is ever called: a call is kept as a value that tells of it.
enum class PickleRole {
    Dict,      ///< called without arguments it makes an empty dictionary
    Function,  ///< stands for itself and the arguments that it is called with
    Type,      ///< is only referred to
};

/// A name that a pickle may refer to.
struct PickleGlobal {
    std::string_view
        name;  ///< "torch._utils _rebuild_tensor_v2", as the pickle spells it but for the line end
    PickleRole role;
};

/// One value of a pickle. Others are referred to by their number: shared and circular ones cost nothing.
struct PickleValue {
    enum class Kind : std::uint8_t { None, Bool, Integer, Float, Text, Tuple, List, Dict, Global, Call, Id };
    Kind kind = Kind::None;
    std::int64_t integer = 0;               ///< of Bool and Integer
    double number = 0;                      ///< of Float
    std::string_view text = {};             ///< of Text and Global; a view of the pickle
    std::vector<std::uint32_t> items = {};  ///< of Tuple and List; key, value, ... of Dict; function,
                                            ///< arguments of Call; what a persistent Id is made of
};

struct Pickle {
    std::vector<PickleValue> values;
    std::uint32_t root = 0;

    [[nodiscard]] const PickleValue& at(std::uint32_t number) const { return values[number]; }
};

/// Reads a pickle of protocol 2 that holds plain values and no global but `known`, and runs nothing of it.
/// The opcodes are those that PyTorch's torch.load(weights_only=True) takes; any other opcode or global is
/// refused by its name. `place` stands for the pickle in messages: "w.pt: data.pkl". The bytes must outlive
/// the result. Throws Error with the place, the byte and the reason.
[[nodiscard]] Pickle readPickle(std::span<const std::byte> bytes, const std::string& place,
                                std::span<const PickleGlobal> known);

}  // namespace glyphscope
