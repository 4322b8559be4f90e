// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "torch_hooks/detail/clone.h"
#include "torch_hooks/hooked_module.h"
#include "torch_hooks/registration.h"

#include <memory>
#include <type_traits>

namespace torch_hooks {

/// A LibTorch module (LinearImpl, a class of one's own) whose call operator runs hooks around forward, as
/// PyTorch's Module.__call__ does and LibTorch's does not (pytorch/pytorch#25888). Parents call children with
/// (*child)(x); LibTorch's own containers and ModuleHolder call forward and go around the hooks.
template <typename Impl>
class Hooked final : public Impl, public HookedModule<Hooked<Impl>> {
public:
    static_assert(!std::is_base_of_v<HookPoint, Impl>, "this module has hooks already");
    using Impl::Impl;

    /// A deep copy, as Impl's, with the same hooks on it and on its children.
    std::shared_ptr<torch::nn::Module> clone(detail::CloneDevice device = {}) const override
    {
        const std::shared_ptr<torch::nn::Module> plain = Impl::clone(device);
        if constexpr (std::is_copy_constructible_v<Impl> && std::is_copy_assignable_v<Impl>) {
            auto copy = std::make_shared<Hooked>(*this);
            static_cast<Impl&>(*copy) = dynamic_cast<const Impl&>(*plain);
            copyHooks(*this, *copy);
            return copy;
        } else {
            return plain;
        }
    }

private:
    detail::AnnounceRegistered m_announced{*this};
};

}  // namespace torch_hooks
