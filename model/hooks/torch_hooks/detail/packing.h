// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "torch_hooks/hook_types.h"

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

/// How arguments and results of a forward turn into lists of tensors and back.
namespace torch_hooks::detail {

template <typename T>
using Bare = std::remove_cv_t<std::remove_reference_t<T>>;

template <typename T>
inline constexpr bool kIsTensor = std::is_same_v<Bare<T>, torch::Tensor>;

/// A list of tensors as an argument.
template <typename T>
inline constexpr bool kIsList = std::is_same_v<Bare<T>, Tensors> || std::is_same_v<Bare<T>, at::TensorList>;

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

/// The parameters of a forward: how many, and whether it is one list of tensors.
template <typename... Arguments>
struct ParameterList {
    static constexpr std::size_t kCount = sizeof...(Arguments);
    static constexpr bool kIsOneList = false;
};
template <typename Argument>
struct ParameterList<Argument> {
    static constexpr std::size_t kCount = 1;
    static constexpr bool kIsOneList = kIsList<Argument>;
};

template <typename Function>
struct Parameters;
template <typename Result, typename Class, typename... Arguments>
struct Parameters<Result (Class::*)(Arguments...)> : ParameterList<Arguments...> {
};
template <typename Result, typename Class, typename... Arguments>
struct Parameters<Result (Class::*)(Arguments...) const> : ParameterList<Arguments...> {
};
template <typename Result, typename Class, typename... Arguments>
struct Parameters<Result (Class::*)(Arguments...) noexcept> : ParameterList<Arguments...> {
};
template <typename Result, typename Class, typename... Arguments>
struct Parameters<Result (Class::*)(Arguments...) const noexcept> : ParameterList<Arguments...> {
};

template <typename Module, typename = void>
inline constexpr std::size_t kMostWhereUnknown = 32;
template <typename Module>
inline constexpr std::size_t kMostWhereUnknown<Module, std::void_t<decltype(Module::kMostTensors)>> =
    Module::kMostTensors;

/// How many tensors a list may have that is to be passed on to forward: as many as that has parameters, any
/// number where its parameter is a list, and where the parameters are not known, since forward is overloaded
/// or a template, kMostTensors of the class.
template <typename Module, typename = void>
struct MostTensors {
    static constexpr std::size_t kCount = kMostWhereUnknown<Module>;
    static constexpr bool kIsKnown = false;
    static constexpr bool kIsOneList = false;
};
template <typename Module>
struct MostTensors<Module, std::void_t<decltype(Parameters<decltype(&Module::forward)>::kCount)>> {
    using Known = Parameters<decltype(&Module::forward)>;
    static constexpr std::size_t kCount = Known::kCount;
    static constexpr bool kIsKnown = true;
    static constexpr bool kIsOneList = Known::kIsOneList;
};

/// The argument where it is a tensor, its tensors where it is a list, an undefined one to keep its place
/// else.
template <typename Argument>
void addArgument(Tensors& tensors, const Argument& argument)
{
    if constexpr (kIsTensor<Argument>)
        tensors.push_back(argument);
    else if constexpr (kIsList<Argument>)
        tensors.insert(tensors.end(), argument.begin(), argument.end());
    else
        tensors.emplace_back();
}

/// What forward gets: the tensor at `place`, a list of those from there on, which `list` holds, or the
/// argument itself where it is neither.
template <typename Argument>
decltype(auto) argumentFor(Tensors& tensors, std::size_t place, Tensors& list,
                           std::remove_reference_t<Argument>& argument)
{
    if constexpr (kIsTensor<Argument>) {
        return (tensors[place]);
    } else if constexpr (kIsList<Argument>) {
        const auto first = tensors.begin() + static_cast<std::ptrdiff_t>(place);
        list.assign(first, first + static_cast<std::ptrdiff_t>(argument.size()));
        if constexpr (std::is_same_v<Bare<Argument>, at::TensorList>)
            return at::TensorList(list);
        else if constexpr (std::is_lvalue_reference_v<Argument>)
            return (list);
        else
            return std::move(list);
    } else {
        return static_cast<Argument&&>(argument);
    }
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
