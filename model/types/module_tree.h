// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/module_output.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace glyphscope {

/// The block that holds a module, by its name: "res.body" of "res.body.conv"; empty: the network itself.
[[nodiscard]] inline std::string_view parentOf(std::string_view module)
{
    const std::size_t dot = module.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : module.substr(0, dot);
}

/// Whether `block` holds it, at any depth; the network holds all.
[[nodiscard]] inline bool isWithin(std::string_view module, std::string_view block)
{
    return block.empty() ||
           (module.size() > block.size() && module.starts_with(block) && module[block.size()] == '.');
}

[[nodiscard]] inline bool isBlock(std::span<const ModuleOutput> modules, std::string_view name)
{
    return std::ranges::any_of(modules,
                               [name](const ModuleOutput& other) { return isWithin(other.name, name); });
}

/// Place of the output that goes into a module, among `modules` in the order in which they are done; none:
/// the network's input. Into a block goes what its first module reads. Where nothing says what a module
/// reads, it is the one before it.
[[nodiscard]] inline std::optional<std::size_t> inputPlace(std::span<const ModuleOutput> modules,
                                                           std::size_t at)
{
    for (std::size_t i = 0; i < at; ++i)
        if (isWithin(modules[i].name, modules[at].name))
            return inputPlace(modules, i);
    const std::vector<std::string>& sources = modules[at].sources;
    if (sources.empty())
        return at == 0 ? std::nullopt : std::optional(at - 1);
    for (std::size_t i = at; i-- > 0;)
        if (modules[i].name == sources.front())
            return i;
    return std::nullopt;
}

}  // namespace glyphscope
