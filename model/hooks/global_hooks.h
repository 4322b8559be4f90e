// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/hooks/hook_point.h"

namespace glyphscope::hooks {

/// Hooks around the call of every module of the process, before the module's own. Any thread may register and
/// remove them.
HookHandle registerGlobalForwardPreHook(ForwardPreHook hook, HookOptions options = {});
HookHandle registerGlobalForwardHook(ForwardHook hook, HookOptions options = {});
HookHandle registerGlobalFullBackwardPreHook(FullBackwardPreHook hook, HookOptions options = {});
HookHandle registerGlobalFullBackwardHook(FullBackwardHook hook, HookOptions options = {});

[[nodiscard]] const CallHooks& globalCallHooks();

}  // namespace glyphscope::hooks
