// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/state_dict.h"

#include <map>
#include <string>

namespace glyphscope {

/// The metadata of weights without what tells of the safetensors file that they were read from.
[[nodiscard]] inline std::map<std::string, std::string> lastingMetadata(const StateDict& weights)
{
    std::map<std::string, std::string> metadata = weights.metadata;
    metadata.erase("data_sha256");
    metadata.erase("format");
    return metadata;
}

}  // namespace glyphscope
