// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    static constexpr std::size_t kDepth = 8;       ///< of layers inside layers
    static constexpr std::size_t kNameBytes = 64;  ///< of a layer's or a class's name
    static constexpr std::size_t kClasses = 256;   ///< labels are bytes
};

/// {"format":"glyphscope-network","version":1,"input":{...},"classes":[...],"layers":[...]} on one line;
/// options in PyTorch's order. The same network gives the same bytes.
[[nodiscard]] std::string encodeSpec(const NetworkSpec& network);

/// Throws Error that begins with `place` and names what is wrong, "layers[2].options.stride": for what is no
/// such JSON, of a newer version, beyond SpecLimits, and for a network that does not fit (see layersOf()).
[[nodiscard]] NetworkSpec decodeSpec(std::string_view text, const MessageArgument& place);

}  // namespace glyphscope
