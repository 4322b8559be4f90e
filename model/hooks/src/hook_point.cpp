// SPDX-License-Identifier: BSD-3-Clause
#include "torch_hooks/hook_point.h"

#include "torch_hooks/detail/call.h"

#include <utility>

namespace torch_hooks {

Tensors callInPlaceOf(torch::nn::Module& module, Tensors inputs,
                      const std::function<Tensors(Tensors&)>& forward)
{
    const auto alive = detail::keepAlive(module);
    const HookPoint* point = hookPointOf(module);
    return point == nullptr ? forward(inputs)
                            : detail::callThroughHooks(module, *point, std::move(inputs), forward);
}

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

}  // namespace torch_hooks
