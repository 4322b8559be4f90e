// SPDX-License-Identifier: BSD-3-Clause
#include "torch_hooks/global_hooks.h"

namespace torch_hooks {
namespace {

/// Never destroyed: a worker may still call modules while the process ends.
CallHooks& table()
{
    static CallHooks& hooks = *new CallHooks;
    return hooks;
}

}  // namespace

HookHandle registerGlobalForwardPreHook(ForwardPreHook hook, HookOptions options)
{
    return table().forwardPre.add(std::move(hook), options);
}

HookHandle registerGlobalForwardHook(ForwardHook hook, HookOptions options)
{
    return table().forward.add(std::move(hook), options);
}

HookHandle registerGlobalFullBackwardPreHook(FullBackwardPreHook hook, HookOptions options)
{
    return table().fullBackwardPre.add(std::move(hook), options);
}

HookHandle registerGlobalFullBackwardHook(FullBackwardHook hook, HookOptions options)
{
    return table().fullBackward.add(std::move(hook), options);
}

const CallHooks& globalCallHooks()
{
    return table();
}

}  // namespace torch_hooks
