// SPDX-License-Identifier: BSD-3-Clause
#include "torch_hooks/registration.h"

namespace torch_hooks {
namespace {

struct RegistrationHooks {
    HookList<ParameterRegistrationHook> parameter;
    HookList<BufferRegistrationHook> buffer;
    HookList<ModuleRegistrationHook> module;
};

/// Never destroyed, as the other global hooks.
RegistrationHooks& registrationTable()
{
    static RegistrationHooks& hooks = *new RegistrationHooks;
    return hooks;
}

template <typename Hook>
torch::Tensor announced(const HookList<Hook>& hooks, torch::nn::Module& module, const std::string& name,
                        torch::Tensor tensor)
{
    hooks.forEach([&](const auto& hook) {
        if (auto replacement = hook(module, name, tensor))
            tensor = replacement->detach();
    });
    return tensor;
}

void putData(torch::Tensor tensor, const torch::Tensor& replacement)
{
    if (!tensor.is_same(replacement))
        tensor.set_data(replacement);
}

}  // namespace

HookHandle registerGlobalParameterRegistrationHook(ParameterRegistrationHook hook, HookOptions options)
{
    return registrationTable().parameter.add(std::move(hook), options);
}

HookHandle registerGlobalBufferRegistrationHook(BufferRegistrationHook hook, HookOptions options)
{
    return registrationTable().buffer.add(std::move(hook), options);
}

HookHandle registerGlobalModuleRegistrationHook(ModuleRegistrationHook hook, HookOptions options)
{
    return registrationTable().module.add(std::move(hook), options);
}

namespace detail {

torch::Tensor announcedParameter(torch::nn::Module& module, const std::string& name, torch::Tensor parameter)
{
    return announced(registrationTable().parameter, module, name, std::move(parameter));
}

torch::Tensor announcedBuffer(torch::nn::Module& module, const std::string& name, torch::Tensor buffer)
{
    return announced(registrationTable().buffer, module, name, std::move(buffer));
}

std::shared_ptr<torch::nn::Module> announcedModule(torch::nn::Module& module, const std::string& name,
                                                   std::shared_ptr<torch::nn::Module> child)
{
    registrationTable().module.forEach([&](const auto& hook) {
        if (auto replacement = hook(module, name, child))
            child = std::move(replacement);
    });
    return child;
}

void refuseNoModule(const torch::nn::Module& module, const std::string& name)
{
    throw std::invalid_argument("There is no module to register as " + name + " in " + module.name() +
                                ": the pointer is null.");
}

void refuseReplacedModule(const torch::nn::Module& module, const std::string& name)
{
    throw std::runtime_error("A registration hook cannot replace the submodule " + name + " of " +
                             module.name() + " by a module of another type.");
}

AnnounceRegistered::AnnounceRegistered(torch::nn::Module& module)
{
    if (!registrationTable().parameter.empty())
        for (const auto& item : module.named_parameters(/*recurse=*/false))
            putData(item.value(), announcedParameter(module, item.key(), item.value()));
    if (!registrationTable().buffer.empty())
        for (const auto& item : module.named_buffers(/*recurse=*/false))
            putData(item.value(), announcedBuffer(module, item.key(), item.value()));
    if (!registrationTable().module.empty())
        for (const auto& item : module.named_children())
            if (announcedModule(module, item.key(), item.value()) != item.value())
                refuseReplacedModule(module, item.key());
}

}  // namespace detail
}  // namespace torch_hooks
