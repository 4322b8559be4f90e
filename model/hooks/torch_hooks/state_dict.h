// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <torch/torch.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace torch_hooks {

/// Parameters and buffers by their path, "conv1.weight".
using StateDict = std::map<std::string, torch::Tensor>;

/// What did not fit by name: keys that the module has and the dictionary has not, and the other way round.
struct IncompatibleKeys {
    std::vector<std::string> missing;
    std::vector<std::string> unexpected;
};

/// Runs before the module's own tensors are filled. `dict` is a copy with the entries below `prefix` ("" or
/// "conv1."); what the hook changes there is what gets loaded into the module and its children.
using LoadStateDictPreHook =
    std::function<void(torch::nn::Module&, StateDict& dict, const std::string& prefix)>;

/// Runs when the module and its children are filled. Keys that the hook takes out are no error afterwards.
using LoadStateDictPostHook = std::function<void(torch::nn::Module&, IncompatibleKeys& keys)>;

/// Runs before the module's tensors are collected.
using StateDictPreHook = std::function<void(torch::nn::Module&, const std::string& prefix)>;

/// Runs when those of the module and its children are in `dict`, and may change it.
using StateDictHook = std::function<void(torch::nn::Module&, StateDict& dict, const std::string& prefix)>;

/// The module's parameters and buffers, detached, sharing their memory. Hooks are no part of it.
[[nodiscard]] StateDict stateDict(torch::nn::Module& module);

/// Copies `dict` into the module's parameters and buffers, wherever those are, and runs the hooks of every
/// module in the tree. Throws std::runtime_error that lists the tensors of another shape and, if `strict`,
/// the missing and unexpected ones, as PyTorch does; the tensors are then what they were before.
IncompatibleKeys loadStateDict(torch::nn::Module& module, const StateDict& dict, bool strict = true);

}  // namespace torch_hooks
