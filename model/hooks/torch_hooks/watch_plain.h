// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "torch_hooks/hook_handle.h"
#include "torch_hooks/hook_types.h"

#include <functional>
#include <string>

namespace torch_hooks {

/// An operation in which parameters or buffers of a module met other tensors: what the module computes, seen
/// from outside.
struct PlainOperation {
    const std::string& path;  ///< of the module in the watched one, "features.0"; "" for that itself
    torch::nn::Module& module;
    const std::string& name;  ///< "aten::conv2d"
    const Tensors& inputs;    ///< without the module's own parameters and buffers
    const Tensors& outputs;
};

using PlainWatch = std::function<void(const PlainOperation&)>;

/// Watches a module that was not made for hooks and everything in it, as it is: LibTorch tells of every
/// operation (at::RecordFunction), and one that takes a parameter or a floating-point buffer of a module is
/// that module's. Seen are the outermost operations outside of backward passes, on every thread; the README
/// says what that leaves out. Parameters are those that are registered now. The watch keeps nothing alive: a
/// module that no shared_ptr owns must outlive it. What `watch` throws is logged by LibTorch and goes no
/// further; operations in it are not watched.
HookHandle watchPlain(torch::nn::Module& module, PlainWatch watch);

}  // namespace torch_hooks
