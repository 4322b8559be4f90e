// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/hook_spec.h"
#include "model/types/module_output.h"
#include "model/types/network_description.h"
#include "model/types/network_spec.h"

#include <string>
#include <vector>

namespace glyphscope {

/// A module that a hook can be put on, with the shapes of what goes in and out (empty: not known).
struct HookPlace {
    std::string name;
    std::string kind;  ///< "Conv2d(1, 32, 3, padding=1)"
    std::vector<int> input;
    std::vector<int> output;
    friend bool operator==(const HookPlace&, const HookPlace&) = default;
};

/// In the order in which they are given; the network itself is not among them.
[[nodiscard]] std::vector<HookPlace> hookPlaces(const NetworkSpec& network);
[[nodiscard]] std::vector<HookPlace> hookPlaces(const NetworkDescription& network);
[[nodiscard]] std::vector<HookPlace> hookPlaces(const std::vector<ModuleOutput>& outputs);

/// How many channels (of a vector: values) the value has that a hook of `kind` is given. Of a global hook:
/// the most that any module's value has. 0: not known.
[[nodiscard]] int channelsOf(const std::vector<HookPlace>& places, HookKind kind, const std::string& module);

/// Whether another drawing can be patched in there: forward values of one module.
[[nodiscard]] bool canPatch(HookKind kind, const std::string& module);

}  // namespace glyphscope
