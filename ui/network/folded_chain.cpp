// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/folded_chain.h"

#include "model/spec/layer_kinds.h"
#include "model/types/module_tree.h"

#include <algorithm>

namespace glyphscope {

std::vector<ChainEntry> foldedChain(std::span<const ModuleOutput> modules, const std::set<std::string>& open)
{
    std::vector<ChainEntry> chain;
    for (std::size_t i = 0; i < modules.size(); ++i) {
        const std::string& name = modules[i].name;
        const std::vector<std::string> blocks = blocksAround(name);
        if (!std::ranges::all_of(blocks, [&open](const std::string& block) { return open.contains(block); }))
            continue;
        ChainEntry entry{.module = i};
        int children = 0;
        for (std::size_t k = i; k-- > 0 && isWithin(modules[k].name, name);) {  // done just before it
            ++entry.holds;
            children += parentOf(modules[k].name) == name ? 1 : 0;
        }
        const KindInfo* kind = kindOfText(modules[i].kind);
        entry.repeats = kind != nullptr && kind->kind == LayerKind::Repeat ? children : 0;
        entry.open = entry.holds > 0 && open.contains(name);
        chain.push_back(entry);
    }
    return chain;
}

std::vector<std::string> blocksAround(const std::string& module)
{
    std::vector<std::string> blocks;
    for (std::string_view block = parentOf(module); !block.empty(); block = parentOf(block))
        blocks.emplace_back(block);
    return blocks;
}

}  // namespace glyphscope
