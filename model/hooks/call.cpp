// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/hooks/detail/call.h"

#include "model/hooks/global_hooks.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace glyphscope::hooks::detail {
namespace {

/// Takes a hook's replacement, if there is one and it fits.
void replace(Tensors& tensors, std::optional<Tensors> replacement, const torch::nn::Module& module,
             const char* what)
{
    if (!replacement)
        return;
    if (replacement->size() != tensors.size())
        throw std::runtime_error("A hook of " + module.name() + " returned an invalid number of " + what +
                                 ", got " + std::to_string(replacement->size()) + ", but expected " +
                                 std::to_string(tensors.size()) + '.');
    tensors = std::move(*replacement);
}

}  // namespace

Tensors callThroughHooks(torch::nn::Module& module, const HookPoint& point, Tensors inputs,
                         const std::function<Tensors(Tensors&)>& forward)
{
    for (const CallHooks* hooks : {&globalCallHooks(), &point.callHooks()})
        for (const auto snapshot = hooks->forwardPre.snapshot(); const auto& hook : *snapshot)
            replace(inputs, hook.callable(module, inputs), module, "inputs");
    Tensors outputs = forward(inputs);
    for (const CallHooks* hooks : {&globalCallHooks(), &point.callHooks()})
        for (const auto snapshot = hooks->forward.snapshot(); const auto& hook : *snapshot)
            replace(outputs, hook.callable(module, inputs, outputs), module, "outputs");
    return outputs;
}

void refuseArgumentCount(const torch::nn::Module& module, std::size_t count)
{
    throw std::invalid_argument("The forward of " + module.name() + " does not take " +
                                std::to_string(count) + " tensors.");
}

}  // namespace glyphscope::hooks::detail
