// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "torch_hooks/detail/call.h"
#include "torch_hooks/detail/packing.h"
#include "torch_hooks/global_hooks.h"
#include "torch_hooks/hook_point.h"
#include "torch_hooks/registration.h"

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace torch_hooks {

/// Gives a module of one's own a call operator that runs hooks around its `forward`:
///
///     class Net : public torch::nn::Module, public HookedModule<Net> { torch::Tensor forward(torch::Tensor);
///     };
///
/// `forward` takes any arguments, of which hooks see the tensors and the lists of tensors, and returns a
/// tensor, a std::vector of tensors or a std::tuple of these. Where it is overloaded or a template, a public
/// `static constexpr std::size_t kMostTensors` says how many tensors call() may pass on to it. Calling
/// `forward` itself fires nothing. A module that a shared_ptr owns lives to the end of the call, whoever lets
/// go of it meanwhile. One call at a time.
template <typename Module>
class HookedModule : public HookPoint {
public:
    template <typename... Arguments>
    auto operator()(Arguments&&... arguments)
    {
        const auto alive = detail::keepAlive(self());
        if (callHooks().empty() && globalCallHooks().empty())
            return self().forward(std::forward<Arguments>(arguments)...);
        return callHooked(std::index_sequence_for<Arguments...>(), std::forward<Arguments>(arguments)...);
    }

    Tensors call(Tensors inputs) override
    {
        if constexpr (!detail::MostTensors<Module>::kIsOneList)
            return callWith<0>(inputs);
        else if constexpr (detail::kTakes<Module, Tensors&>)
            return detail::tensorsIn((*this)(inputs));
        else
            return detail::tensorsIn((*this)(std::move(inputs)));
    }

    /// LibTorch's register_parameter, register_buffer and register_module, after the registration hooks.
    torch::Tensor& registerParameter(const std::string& name, torch::Tensor tensor, bool requiresGrad = true)
    {
        return self().register_parameter(name, detail::announcedParameter(self(), name, std::move(tensor)),
                                         requiresGrad);
    }
    torch::Tensor& registerBuffer(const std::string& name, torch::Tensor tensor)
    {
        return self().register_buffer(name, detail::announcedBuffer(self(), name, std::move(tensor)));
    }
    template <typename Child>
    std::shared_ptr<Child> registerModule(const std::string& name, std::shared_ptr<Child> child)
    {
        if (child == nullptr)
            detail::refuseNoModule(self(), name);
        auto announced =
            std::dynamic_pointer_cast<Child>(detail::announcedModule(self(), name, std::move(child)));
        if (announced == nullptr)
            detail::refuseReplacedModule(self(), name);
        return self().register_module(name, std::move(announced));
    }

private:
    Module& self() { return static_cast<Module&>(*this); }

    template <std::size_t... I, typename... Arguments>
    auto callHooked(std::index_sequence<I...>, Arguments&&... arguments)
    {
        using Result = detail::Bare<decltype(self().forward(std::forward<Arguments>(arguments)...))>;
        static_assert(detail::kIsResult<Result>,
                      "forward must return a tensor, a std::vector of tensors or a std::tuple of these");
        Tensors given;
        [[maybe_unused]] std::array<std::size_t, sizeof...(Arguments)> places{};  // of each argument in it
        ((places[I] = given.size(), detail::addArgument(given, arguments)), ...);
        [[maybe_unused]] std::array<Tensors, sizeof...(Arguments)> lists;
        std::optional<Result> result;
        const auto forward = [&]([[maybe_unused]] Tensors& inputs) {
            result.emplace(
                self().forward(detail::argumentFor<Arguments>(inputs, places[I], lists[I], arguments)...));
            return detail::tensorsIn(*result);
        };
        const Tensors outputs = detail::callThroughHooks(self(), *this, std::move(given), forward);
        detail::putTensors(*result, outputs);
        return std::move(*result);
    }

    template <std::size_t Count>
    Tensors callWith(Tensors& inputs)
    {
        using Most = detail::MostTensors<Module>;
        if (Count == inputs.size())
            return callUnpacked(inputs, std::make_index_sequence<Count>());
        if constexpr (Count < Most::kCount)
            return callWith<Count + 1>(inputs);
        else if constexpr (Most::kIsKnown)
            detail::refuseArgumentCount(self(), inputs.size());
        else
            detail::refuseLongList(self(), inputs.size(), Most::kCount);
    }

    template <std::size_t... I>
    Tensors callUnpacked(Tensors& inputs, std::index_sequence<I...>)
    {
        if constexpr (detail::kTakes<Module, decltype((inputs[I]))...>)
            return detail::tensorsIn((*this)(inputs[I]...));
        else
            detail::refuseArgumentCount(self(), inputs.size());
    }
};

}  // namespace torch_hooks
