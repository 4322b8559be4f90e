// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "torch_hooks/hook_types.h"

#include <tuple>
#include <type_traits>
#include <utility>

/// How arguments and results of a forward turn into lists of tensors and back.
namespace torch_hooks::detail {

template <typename T>
using Bare = std::remove_cv_t<std::remove_reference_t<T>>;

template <typename T>
inline constexpr bool kIsTensor = std::is_same_v<Bare<T>, torch::Tensor>;

template <typename T>
inline constexpr bool kIsResult = kIsTensor<T> || std::is_same_v<T, Tensors>;
template <typename... Parts>
inline constexpr bool kIsResult<std::tuple<Parts...>> = (kIsResult<Parts> && ...);

template <typename Module, typename... Arguments>
using ResultOf = decltype(std::declval<Module&>().forward(std::declval<Arguments>()...));

/// Whether the module's forward can be called with these arguments.
template <typename Void, typename Module, typename... Arguments>
inline constexpr bool kCanCall = false;
template <typename Module, typename... Arguments>
inline constexpr bool kCanCall<std::void_t<ResultOf<Module, Arguments...>>, Module, Arguments...> = true;
template <typename Module, typename... Arguments>
inline constexpr bool kTakes = kCanCall<void, Module, Arguments...>;

template <typename Function>
struct Parameters;
template <typename Result, typename Class, typename... Arguments>
struct Parameters<Result (Class::*)(Arguments...)> : std::tuple_size<std::tuple<Arguments...>> {
};
template <typename Result, typename Class, typename... Arguments>
struct Parameters<Result (Class::*)(Arguments...) const> : std::tuple_size<std::tuple<Arguments...>> {
};
template <typename Result, typename Class, typename... Arguments>
struct Parameters<Result (Class::*)(Arguments...) noexcept> : std::tuple_size<std::tuple<Arguments...>> {
};
template <typename Result, typename Class, typename... Arguments>
struct Parameters<Result (Class::*)(Arguments...) const noexcept>
    : std::tuple_size<std::tuple<Arguments...>> {
};

/// How many tensors a list may have that is to be passed on to forward: as many as that has parameters, and a
/// fixed number where these are not known, since forward is overloaded or a template.
template <typename Module, typename = void>
struct MostTensors {
    static constexpr std::size_t kCount = 32;
    static constexpr bool kIsKnown = false;
};
template <typename Module>
struct MostTensors<Module, std::void_t<decltype(Parameters<decltype(&Module::forward)>::value)>> {
    static constexpr std::size_t kCount = Parameters<decltype(&Module::forward)>::value;
    static constexpr bool kIsKnown = true;
};

/// The argument where it is a tensor, an undefined one to keep its place where it is not.
template <typename Argument>
torch::Tensor tensorOf(const Argument& argument)
{
    if constexpr (kIsTensor<Argument>)
        return argument;
    else
        return {};
}

/// What forward gets: the tensor of the list, or the argument itself where it is no tensor.
template <typename Argument>
decltype(auto) argumentFor(torch::Tensor& tensor, std::remove_reference_t<Argument>& argument)
{
    if constexpr (kIsTensor<Argument>)
        return (tensor);
    else
        return static_cast<Argument&&>(argument);
}

/// Visits the tensors of a result in order, into tuples and vectors.
template <typename Result, typename Visitor>
void forEachTensor(Result& result, const Visitor& visit)
{
    if constexpr (kIsTensor<Result>)
        visit(result);
    else if constexpr (std::is_same_v<std::remove_const_t<Result>, Tensors>)
        for (auto& tensor : result)
            visit(tensor);
    else
        std::apply([&visit](auto&... part) { (forEachTensor(part, visit), ...); }, result);
}

template <typename Result>
Tensors tensorsIn(const Result& result)
{
    Tensors tensors;
    forEachTensor(result, [&tensors](const torch::Tensor& tensor) { tensors.push_back(tensor); });
    return tensors;
}

/// Puts as many tensors as `result` has back into it.
template <typename Result>
void putTensors(Result& result, const Tensors& tensors)
{
    auto next = tensors.begin();
    forEachTensor(result, [&next](torch::Tensor& tensor) { tensor = *next++; });
}

}  // namespace torch_hooks::detail
