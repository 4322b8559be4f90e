// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/hooks/hook_point.h"

namespace glyphscope::hooks {

void copyHooks(const torch::nn::Module& from, torch::nn::Module& to)
{
    const auto* source = dynamic_cast<const HookPoint*>(&from);
    HookPoint* target = hookPointOf(to);
    if (source != nullptr && target != nullptr)
        target->copyHooksOf(*source);
    const auto children = to.named_children();
    for (const auto& child : from.named_children())
        if (const auto* other = children.find(child.key()))
            copyHooks(*child.value(), **other);
}

}  // namespace glyphscope::hooks
