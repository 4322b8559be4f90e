// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/code_reader.h"
#include "model/types/network_spec.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace glyphscope {

/// What becomes of an argument of a constructor of PyTorch's.
enum class ArgumentUse {
    Option,   ///< the option of the same name
    Given,    ///< a size that is inferred here
    Without,  ///< of no account here: inplace, device, dtype
    Only,     ///< only one value can be had here
};

struct CodeArgument {
    std::string_view name;
    ArgumentUse use = ArgumentUse::Option;
    std::string_view only = {};  ///< as Python writes it; a square tuple as its side
};

/// The arguments of a kind of module in PyTorch's order.
struct CodeSignature {
    std::string_view called;  ///< in the text
    std::string_view kind;    ///< here
    std::span<const CodeArgument> arguments;
};

/// Null for what is none of this program's kinds without children.
[[nodiscard]] const CodeSignature* signatureOf(std::string_view called);

/// A size that a call gives.
struct GivenArgument {
    std::string_view name;
    std::vector<std::int64_t> sizes;
    std::size_t offset = 0;
};

/// A call of a kind without children: its options, those by their defaults left out, and the sizes it gives.
struct ReadCall {
    LayerSpec layer;
    std::vector<GivenArgument> given;
};

/// Throws Error for arguments that PyTorch does not have, or that this program cannot do.
[[nodiscard]] ReadCall readCall(const CodeExpression& call, const CodeSignature& signature,
                                const CodePage& page);

}  // namespace glyphscope
