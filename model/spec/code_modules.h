// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/code_reader.h"
#include "model/types/network_spec.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace glyphscope {

/// A size that a text gives, which a spec infers: in_channels, in_features, num_features, ...
struct GivenSize {
    std::string module;  ///< the path of the module
    std::string_view argument;
    std::vector<std::int64_t> sizes;
    std::size_t offset = 0;  ///< in the text
};

/// What a text says of a network.
struct CodeNetwork {
    std::vector<LayerSpec> layers;
    std::vector<GivenSize> given;
};

/// The modules of an expression of readCode(). Options that have PyTorch's defaults are left out. Equal
/// Sequentials in a row that came from a comprehension or were printed are a Repeat. A Residual whose
/// shortcut is an Identity has that option written out. Throws Error for kinds and options that this program
/// does not have.
[[nodiscard]] CodeNetwork networkOf(const CodeExpression& code, const CodePage& page);

}  // namespace glyphscope
