// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "torch_hooks/hook_point.h"

namespace torch_hooks {

/// Hooks around the call of every module of the process, before the module's own. Any thread may register and
/// remove them.
HookHandle registerGlobalForwardPreHook(ForwardPreHook hook, HookOptions options = {});
HookHandle registerGlobalForwardHook(ForwardHook hook, HookOptions options = {});
HookHandle registerGlobalFullBackwardPreHook(FullBackwardPreHook hook, HookOptions options = {});
HookHandle registerGlobalFullBackwardHook(FullBackwardHook hook, HookOptions options = {});

[[nodiscard]] const CallHooks& globalCallHooks();

}  // namespace torch_hooks
