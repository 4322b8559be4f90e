// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "torch_hooks/detail/hook_from.h"
#include "torch_hooks/hook_list.h"
#include "torch_hooks/hook_types.h"
#include "torch_hooks/state_dict.h"

#include <functional>
#include <memory>
#include <utility>

namespace torch_hooks {

/// The hooks around a call, a list of each kind.
struct CallHooks {
    HookList<ForwardPreHook> forwardPre;
    HookList<ForwardHook> forward;
    HookList<FullBackwardPreHook> fullBackwardPre;
    HookList<FullBackwardHook> fullBackward;

    [[nodiscard]] bool empty() const noexcept
    {
        return forwardPre.empty() && forward.empty() && fullBackwardPre.empty() && fullBackward.empty();
    }
};

/// The hooks around stateDict() and loadStateDict().
struct StateHooks {
    HookList<LoadStateDictPreHook> loadPre;
    HookList<LoadStateDictPostHook> loadPost;
    HookList<StateDictPreHook> statePre;
    HookList<StateDictHook> state;
};

/// The side of a module that takes hooks, whatever the module's type.
class HookPoint {
public:
    /// `hook` takes what ForwardPreHook, ForwardHook and so on take. It returns nothing, a tensor, several (a
    /// std::vector, a std::tuple), or a std::optional of these.
    template <typename Hook>
    HookHandle registerForwardPreHook(Hook&& hook, HookOptions options = {})
    {
        return m_callHooks.forwardPre.add(detail::hookFrom<ForwardPreHook>(std::forward<Hook>(hook)),
                                          options);
    }
    template <typename Hook>
    HookHandle registerForwardHook(Hook&& hook, HookOptions options = {})
    {
        return m_callHooks.forward.add(detail::hookFrom<ForwardHook>(std::forward<Hook>(hook)), options);
    }
    template <typename Hook>
    HookHandle registerFullBackwardPreHook(Hook&& hook, HookOptions options = {})
    {
        return m_callHooks.fullBackwardPre.add(
            detail::hookFrom<FullBackwardPreHook>(std::forward<Hook>(hook)), options);
    }
    template <typename Hook>
    HookHandle registerFullBackwardHook(Hook&& hook, HookOptions options = {})
    {
        return m_callHooks.fullBackward.add(detail::hookFrom<FullBackwardHook>(std::forward<Hook>(hook)),
                                            options);
    }

    HookHandle registerLoadStateDictPreHook(LoadStateDictPreHook hook)
    {
        return m_stateHooks.loadPre.add(std::move(hook));
    }
    HookHandle registerLoadStateDictPostHook(LoadStateDictPostHook hook)
    {
        return m_stateHooks.loadPost.add(std::move(hook));
    }
    HookHandle registerStateDictPreHook(StateDictPreHook hook)
    {
        return m_stateHooks.statePre.add(std::move(hook));
    }
    HookHandle registerStateDictHook(StateDictHook hook) { return m_stateHooks.state.add(std::move(hook)); }

    [[nodiscard]] const CallHooks& callHooks() const { return m_callHooks; }
    [[nodiscard]] const StateHooks& stateHooks() const { return m_stateHooks; }

    /// Takes `other`'s hooks in place of its own. Handles of `other` do not reach the copies.
    void copyHooksOf(const HookPoint& other)
    {
        m_callHooks = other.m_callHooks;
        m_stateHooks = other.m_stateHooks;
    }

    /// Calls the module through its hooks. Throws std::invalid_argument if its forward does not take so many
    /// tensors, or is overloaded or a template and they are more than 32, or than kMostTensors of its class.
    virtual Tensors call(Tensors inputs) = 0;

    /// Expires with the module, also with one that no shared_ptr owns.
    [[nodiscard]] std::weak_ptr<const void> life() const { return m_life.token; }

protected:
    HookPoint() = default;
    HookPoint(const HookPoint&) = default;
    HookPoint(HookPoint&&) = default;
    HookPoint& operator=(const HookPoint&) = default;
    HookPoint& operator=(HookPoint&&) = default;
    ~HookPoint() = default;

private:
    /// Belongs to one object: never copied or moved with the hooks.
    struct Life {
        Life() = default;
        Life(const Life&) {}
        Life& operator=(const Life&) { return *this; }
        ~Life() = default;
        std::shared_ptr<const char> token = std::make_shared<const char>('\0');
    };

    CallHooks m_callHooks;
    StateHooks m_stateHooks;
    Life m_life;
};

/// The hooks of `module`; null if it was not made for hooks.
[[nodiscard]] inline HookPoint* hookPointOf(torch::nn::Module& module)
{
    return dynamic_cast<HookPoint*>(&module);
}

/// Calls `forward` through the hooks of `module`, in place of the module's own: something else that computes
/// the same.
[[nodiscard]] Tensors callInPlaceOf(torch::nn::Module& module, Tensors inputs,
                                    const std::function<Tensors(Tensors&)>& forward);

/// Gives the modules in `to` the hooks of those with the same path in `from`, itself included: what a clone()
/// that LibTorch made is lacking.
void copyHooks(const torch::nn::Module& from, torch::nn::Module& to);

}  // namespace torch_hooks
