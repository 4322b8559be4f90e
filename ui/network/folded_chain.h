// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/module_output.h"

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace glyphscope {

/// A module that is shown, and what it holds if it is a block.
struct ChainEntry {
    std::size_t module = 0;  ///< place among the outputs
    int holds = 0;           ///< modules at all depths; 0: it is no block
    int repeats = 0;         ///< of a Repeat: how often; else 0
    bool open = false;       ///< what it holds is shown, too, before it
};

/// The modules at the top and those in open blocks, in the order in which they are done.
[[nodiscard]] std::vector<ChainEntry> foldedChain(std::span<const ModuleOutput> modules,
                                                  const std::set<std::string>& open);

/// The blocks around a module, the outermost last.
[[nodiscard]] std::vector<std::string> blocksAround(const std::string& module);

}  // namespace glyphscope
