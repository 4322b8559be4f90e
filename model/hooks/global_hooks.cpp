// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/hooks/global_hooks.h"

namespace glyphscope::hooks {
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

}  // namespace glyphscope::hooks
