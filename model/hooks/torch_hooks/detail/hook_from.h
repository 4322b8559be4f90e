// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "torch_hooks/detail/packing.h"
#include "torch_hooks/hook_types.h"

#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>

/// How a callable that returns nothing, a tensor or several becomes a hook.
namespace torch_hooks::detail {

/// std::optional, or c10's of an older LibTorch.
template <typename T, typename = void>
inline constexpr bool kIsOptional = false;
template <typename T>
inline constexpr bool kIsOptional<
    T, std::void_t<decltype(std::declval<const T&>().has_value()), decltype(*std::declval<const T&>())>> =
    true;

template <typename T>
inline constexpr bool kIsNullopt = std::is_same_v<T, std::nullopt_t> || std::is_same_v<T, c10::nullopt_t>;

/// A std::vector, at::TensorList, std::list and whatever else gives tensors one after the other.
template <typename T, typename = void>
inline constexpr bool kIsRange = false;
template <typename T>
inline constexpr bool kIsRange<
    T, std::void_t<decltype(std::begin(std::declval<T&>())), decltype(std::end(std::declval<T&>()))>> =
    std::is_convertible_v<decltype(*std::begin(std::declval<T&>())), torch::Tensor>;

/// A tensor, a range of tensors, or a tuple, pair or array of these.
template <typename T, typename = void>
inline constexpr bool kIsSeveral = kIsTensor<T> || kIsRange<T>;
template <typename... Parts>
inline constexpr bool kIsSeveral<std::tuple<Parts...>, void> = (kIsSeveral<Bare<Parts>> && ...);
template <typename First, typename Second>
inline constexpr bool kIsSeveral<std::pair<First, Second>, void> =
    kIsSeveral<Bare<First>>&& kIsSeveral<Bare<Second>>;

template <typename T, typename = void>
inline constexpr bool kIsReplacement = std::is_void_v<T> || kIsNullopt<T> || kIsSeveral<T>;
template <typename T>
inline constexpr bool kIsReplacement<T, std::enable_if_t<kIsOptional<T>>> =
    kIsSeveral<Bare<decltype(*std::declval<const T&>())>>;

template <typename T>
void appendTo(Tensors& tensors, T& value)
{
    if constexpr (kIsTensor<T>)
        tensors.push_back(value);
    else if constexpr (kIsRange<T>)
        tensors.insert(tensors.end(), std::begin(value), std::end(value));
    else
        std::apply([&tensors](auto&... part) { (appendTo(tensors, part), ...); }, value);
}

template <typename T>
std::optional<Tensors> replacementOf(T& value)
{
    if constexpr (kIsNullopt<Bare<T>>) {
        return std::nullopt;
    } else if constexpr (kIsOptional<Bare<T>>) {
        return value.has_value() ? replacementOf(*value) : std::nullopt;
    } else {
        Tensors tensors;
        appendTo(tensors, value);
        return tensors;
    }
}

/// Made for a kind of hook, a std::function; gives one that calls `callable`, kept once and never copied.
template <typename Hook>
struct HookFrom;

template <typename... Arguments>
struct HookFrom<std::function<std::optional<Tensors>(Arguments...)>> {
    using Hook = std::function<std::optional<Tensors>(Arguments...)>;

    template <typename Callable>
    static Hook make(Callable&& callable)
    {
        using Own = std::decay_t<Callable>;
        if constexpr (std::is_same_v<Own, Hook>) {
            return std::forward<Callable>(callable);
        } else if constexpr (!std::is_invocable_v<Own&, Arguments...>) {
            static_assert(std::is_invocable_v<Own&, Arguments...>,
                          "a hook takes the module and the lists of tensors of its kind: see hook_types.h");
        } else {
            using Returned =
                std::remove_cv_t<std::remove_reference_t<std::invoke_result_t<Own&, Arguments...>>>;
            static_assert(kIsReplacement<Returned>,
                          "a hook returns nothing, a tensor, several (std::vector, std::tuple ...), or a "
                          "std::optional of these");
            return [kept = std::make_shared<Own>(std::forward<Callable>(callable))](
                       Arguments... arguments) -> std::optional<Tensors> {
                if constexpr (std::is_void_v<Returned>) {
                    std::invoke(*kept, arguments...);
                    return std::nullopt;
                } else {
                    auto&& returned = std::invoke(*kept, arguments...);
                    return replacementOf(returned);
                }
            };
        }
    }
};

/// `callable` as a hook of the kind `Hook`.
template <typename Hook, typename Callable>
Hook hookFrom(Callable&& callable)
{
    return HookFrom<Hook>::make(std::forward<Callable>(callable));
}

}  // namespace torch_hooks::detail
