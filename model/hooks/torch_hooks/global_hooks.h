// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "torch_hooks/detail/hook_from.h"
#include "torch_hooks/hook_point.h"

#include <utility>

namespace torch_hooks {

/// Hooks around the call of every module of the process, before the module's own. Any thread may register and
/// remove them.
HookHandle registerGlobalForwardPreHook(ForwardPreHook hook, HookOptions options = {});
HookHandle registerGlobalForwardHook(ForwardHook hook, HookOptions options = {});
HookHandle registerGlobalFullBackwardPreHook(FullBackwardPreHook hook, HookOptions options = {});
HookHandle registerGlobalFullBackwardHook(FullBackwardHook hook, HookOptions options = {});

/// As HookPoint's: these return nothing, a tensor or several.
template <typename Hook>
HookHandle registerGlobalForwardPreHook(Hook&& hook, HookOptions options = {})
{
    return registerGlobalForwardPreHook(detail::hookFrom<ForwardPreHook>(std::forward<Hook>(hook)), options);
}
template <typename Hook>
HookHandle registerGlobalForwardHook(Hook&& hook, HookOptions options = {})
{
    return registerGlobalForwardHook(detail::hookFrom<ForwardHook>(std::forward<Hook>(hook)), options);
}
template <typename Hook>
HookHandle registerGlobalFullBackwardPreHook(Hook&& hook, HookOptions options = {})
{
    return registerGlobalFullBackwardPreHook(detail::hookFrom<FullBackwardPreHook>(std::forward<Hook>(hook)),
                                             options);
}
template <typename Hook>
HookHandle registerGlobalFullBackwardHook(Hook&& hook, HookOptions options = {})
{
    return registerGlobalFullBackwardHook(detail::hookFrom<FullBackwardHook>(std::forward<Hook>(hook)),
                                          options);
}

[[nodiscard]] const CallHooks& globalCallHooks();

}  // namespace torch_hooks
