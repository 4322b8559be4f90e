// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/network_layers.h"
#include "model/types/message.h"
#include "model/types/network_spec.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace glyphscope {

/// What a description of a network may be at most.
struct SpecLimits {
    static constexpr std::size_t kBytes = 256 * 1024;
    static constexpr std::size_t kModules = 512;
    static constexpr std::size_t kDepth = NetworkLimits::kDepth;
    static constexpr std::size_t kNameBytes = NetworkLimits::kNameBytes;  ///< of a layer or a class
    static constexpr std::size_t kClasses = 256;                          ///< labels are bytes
};

/// {"format":"glyphscope-network","version":1,"input":{...},"classes":[...],"layers":[...]} on one line;
/// options in PyTorch's order. The same network gives the same bytes.
[[nodiscard]] std::string encodeSpec(const NetworkSpec& network);

/// Throws Error that begins with `place` and names what is wrong, "layers[2].options.stride": for what is no
/// such JSON, of a newer version, beyond SpecLimits, and for a network that does not fit (see layersOf()).
[[nodiscard]] NetworkSpec decodeSpec(std::string_view text, const MessageArgument& place);

/// The same for a network that may not fit: kinds, names, options and children are taken as they are, for
/// check() to say what is wrong with them.
[[nodiscard]] NetworkSpec readSpec(std::string_view text, const MessageArgument& place);

}  // namespace glyphscope
