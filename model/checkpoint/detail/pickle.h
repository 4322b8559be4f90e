// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace glyphscope {

/// Bounds on a pickle: one beyond them is refused while it is read.
struct PickleLimits {
    static constexpr std::size_t kBytes = std::size_t{64} << 20;
    static constexpr std::size_t kValues = 200'000;  ///< made by all of it, and as many places in its memo
    static constexpr std::size_t kStack = 20'000;
    static constexpr std::size_t kMarks = 64;
};

/// What a global that is known means. Nothing is ever called: a call is kept as a value that tells of it.
enum class PickleRole {
    Dict,      ///< called without arguments it makes an empty dictionary
    Function,  ///< stands for itself and the arguments that it is called with
};

/// A name that a pickle may refer to.
struct PickleGlobal {
    std::string_view name;  ///< "torch._utils _rebuild_tensor_v2": module, a space, name
    PickleRole role;
};

/// One value of a pickle. Others are referred to by their number: shared and circular ones cost nothing.
struct PickleValue {
    enum class Kind : std::uint8_t {
        None,
        Bool,
        Integer,
        Float,
        Text,
        Tuple,
        List,
        Dict,
        Global,
        Call,    ///< of a known function
        Object,  ///< what only code could make: nothing is known of it but the name of that code
        Id
    };
    Kind kind = Kind::None;
    bool isModule = false;       ///< of Object: its state is that of a torch.nn.Module
    std::int64_t integer = 0;    ///< of Bool and Integer
    double number = 0;           ///< of Float
    std::string_view text = {};  ///< of Text, a view of the pickle's bytes; of Global and Object the name
    std::vector<std::uint32_t> items = {};  ///< of Tuple and List; key, value, ... of Dict, and of an Object
                                            ///< what was put into it as into a dictionary; function,
                                            ///< arguments of Call; what a persistent Id is made of
};

struct Pickle {
    std::vector<PickleValue> values;
    std::set<std::string, std::less<>> names;  ///< that values refer to
    std::uint32_t root = 0;

    [[nodiscard]] const PickleValue& at(std::uint32_t number) const { return values[number]; }
};

/// Reads a pickle of protocol 2 to 5 and runs nothing of it. Plain values are kept as what they are; what a
/// global other than `known` would make is an Object, which is skipped unread: a NumPy scalar, a device, a
/// Namespace, a module. Opcodes that Python's pickle does not write in these protocols are refused by name.
/// The bytes must outlive the result. `place` stands for the pickle in messages: "w.pt: data.pkl". Throws
/// Error with the place, the byte and the reason.
[[nodiscard]] Pickle readPickle(std::span<const std::byte> bytes, const std::string& place,
                                std::span<const PickleGlobal> known);

}  // namespace glyphscope
