// SPDX-License-Identifier: BSD-3-Clause
#include "torch_hooks/detail/call.h"

#include "torch_hooks/detail/backward_call.h"
#include "torch_hooks/global_hooks.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace torch_hooks::detail {
namespace {

using ForwardEntries = HookList<ForwardHook>::Entries;

/// The forward hooks of one call. Which of them have run is remembered for those that run in any case.
class ForwardHooks {
public:
    explicit ForwardHooks(const HookPoint& point) : m_point(point) {}

    void run(torch::nn::Module& module, const Tensors& inputs, Tensors& outputs)
    {
        takeSnapshot();
        for (const auto& list : m_snapshot)
            for (const auto& hook : *list) {
                if (hook.alwaysCall)
                    m_called.push_back(hook.id);
                replaceBy(hook(module, inputs, outputs), outputs, module, "outputs");
            }
    }

    /// After an exception. One of their own is swallowed: the first is what the caller must hear of.
    void runAlwaysCalled(torch::nn::Module& module, const Tensors& inputs, Tensors& outputs)
    {
        takeSnapshot();
        for (const auto& list : m_snapshot)
            for (const auto& hook : *list)
                if (hook.alwaysCall && !wasCalled(hook.id))
                    try {
                        if (auto returned = hook(module, inputs, outputs))
                            outputs = std::move(*returned);
                    } catch (const std::exception& error) {
                        TORCH_WARN("an always called forward hook failed after another error: ",
                                   error.what());
                    } catch (...) {
                        TORCH_WARN("an always called forward hook failed after another error");
                    }
    }

private:
    bool wasCalled(std::uint64_t id) const
    {
        return std::find(m_called.begin(), m_called.end(), id) != m_called.end();
    }

    void takeSnapshot()
    {
        if (m_snapshot[0] == nullptr)
            m_snapshot = {globalCallHooks().forward.snapshot(), m_point.callHooks().forward.snapshot()};
    }

    const HookPoint& m_point;
    std::array<std::shared_ptr<const ForwardEntries>, 2> m_snapshot;
    std::vector<std::uint64_t> m_called;
};

void runPreHooks(torch::nn::Module& module, const HookPoint& point, Tensors& inputs)
{
    const std::array snapshot{globalCallHooks().forwardPre.snapshot(),
                              point.callHooks().forwardPre.snapshot()};
    for (const auto& list : snapshot)
        for (const auto& hook : *list)
            replaceBy(hook(module, inputs), inputs, module, "inputs");
}

}  // namespace

Tensors callThroughHooks(torch::nn::Module& module, const HookPoint& point, Tensors inputs,
                         const std::function<Tensors(Tensors&)>& forward)
{
    BackwardCall backward(module, point);
    ForwardHooks forwardHooks(point);
    Tensors outputs;
    try {
        runPreHooks(module, point, inputs);
        inputs = backward.wrapInputs(std::move(inputs));
        outputs = forward(inputs);
        forwardHooks.run(module, inputs, outputs);
        return backward.wrapOutputs(outputs);
    } catch (...) {
        forwardHooks.runAlwaysCalled(module, inputs, outputs);
        throw;
    }
}

void replaceBy(std::optional<Tensors> returned, Tensors& tensors, const torch::nn::Module& module,
               const char* what)
{
    if (!returned)
        return;
    if (returned->size() != tensors.size())
        throw std::runtime_error("A hook of " + module.name() + " returned an invalid number of " + what +
                                 ", got " + std::to_string(returned->size()) + ", but expected " +
                                 std::to_string(tensors.size()) + '.');
    tensors = std::move(*returned);
}

void refuseArgumentCount(const torch::nn::Module& module, std::size_t count)
{
    throw std::invalid_argument("The forward of " + module.name() + " does not take " +
                                std::to_string(count) + " tensors.");
}

void refuseLongList(const torch::nn::Module& module, std::size_t count, std::size_t most)
{
    throw std::invalid_argument(
        "The forward of " + module.name() + " is overloaded or a template, so a list passes at most " +
        std::to_string(most) + " tensors on to it, not " + std::to_string(count) +
        ". Call the module with each tensor as an argument, or set kMostTensors in its class.");
}

}  // namespace torch_hooks::detail
