// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "torch_hooks/hook_list.h"

#include <torch/torch.h>

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

/// Global hooks at the registration of parameters, buffers and submodules. LibTorch's register_parameter and
/// its like cannot be intercepted, so what is seen is:
/// - HookedModule::registerParameter, registerBuffer, registerModule and Sequential::push_back: before it
///   happens, and a hook's result takes the place of what was to be registered;
/// - what a LibTorch module inside Hooked<> registers: once, right after its constructor. A returned tensor
///   gives the registered one its data; returning a module throws std::runtime_error.
/// Direct calls of LibTorch's own functions in other modules are not seen.
namespace torch_hooks {

using ParameterRegistrationHook = std::function<std::optional<torch::Tensor>(
    torch::nn::Module&, const std::string& name, const torch::Tensor& parameter)>;
using BufferRegistrationHook = std::function<std::optional<torch::Tensor>(
    torch::nn::Module&, const std::string& name, const torch::Tensor& buffer)>;
/// Null changes nothing.
using ModuleRegistrationHook = std::function<std::shared_ptr<torch::nn::Module>(
    torch::nn::Module&, const std::string& name, const std::shared_ptr<torch::nn::Module>& child)>;

HookHandle registerGlobalParameterRegistrationHook(ParameterRegistrationHook hook, HookOptions options = {});
HookHandle registerGlobalBufferRegistrationHook(BufferRegistrationHook hook, HookOptions options = {});
HookHandle registerGlobalModuleRegistrationHook(ModuleRegistrationHook hook, HookOptions options = {});

namespace detail {

/// What to register, after the hooks.
torch::Tensor announcedParameter(torch::nn::Module& module, const std::string& name, torch::Tensor parameter);
torch::Tensor announcedBuffer(torch::nn::Module& module, const std::string& name, torch::Tensor buffer);
std::shared_ptr<torch::nn::Module> announcedModule(torch::nn::Module& module, const std::string& name,
                                                   std::shared_ptr<torch::nn::Module> child);
[[noreturn]] void refuseNoModule(const torch::nn::Module& module, const std::string& name);
[[noreturn]] void refuseReplacedModule(const torch::nn::Module& module, const std::string& name);

/// Constructed after a module, it announces what that has registered. Copies say nothing.
struct AnnounceRegistered {
    explicit AnnounceRegistered(torch::nn::Module& module);
};

}  // namespace detail
}  // namespace torch_hooks
