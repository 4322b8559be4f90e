// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "torch_hooks/hooks.h"

#include <QtTest/QTest>

#include <string>
#include <tuple>

/// What the tests of the hooks share: small modules, and hooks of any kind that only watch.
namespace torch_hooks::test {

using ReLU = Hooked<torch::nn::ReLUImpl>;
using Linear = Hooked<torch::nn::LinearImpl>;

inline const std::optional<Tensors> kNothing;

/// a * b and a + c: two results of three arguments.
struct MixImpl : torch::nn::Module {
    std::tuple<torch::Tensor, torch::Tensor> forward(const torch::Tensor& a, const torch::Tensor& b,
                                                     const torch::Tensor& c)
    {
        return {a * b, a + c};
    }
};
using Mix = Hooked<MixImpl>;

enum Kind { ForwardPre, Forward, BackwardPre, Backward };

inline HookHandle watch(HookPoint& point, int kind, std::function<void()> run, HookOptions options = {})
{
    const auto two = [run](auto&, auto&) { return run(), kNothing; };
    const auto three = [run](auto&, auto&, auto&) { return run(), kNothing; };
    switch (kind) {
    case ForwardPre:
        return point.registerForwardPreHook(two, options);
    case Forward:
        return point.registerForwardHook(three, options);
    case BackwardPre:
        return point.registerFullBackwardPreHook(two, options);
    default:
        return point.registerFullBackwardHook(three, options);
    }
}

inline ScopedHook watchAll(int kind, std::function<void()> run, HookOptions options = {})
{
    const auto two = [run](auto&, auto&) { return run(), kNothing; };
    const auto three = [run](auto&, auto&, auto&) { return run(), kNothing; };
    switch (kind) {
    case ForwardPre:
        return ScopedHook(registerGlobalForwardPreHook(two, options));
    case Forward:
        return ScopedHook(registerGlobalForwardHook(three, options));
    case BackwardPre:
        return ScopedHook(registerGlobalFullBackwardPreHook(two, options));
    default:
        return ScopedHook(registerGlobalFullBackwardHook(three, options));
    }
}

inline void everyKind()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("forward pre") << int(ForwardPre);
    QTest::newRow("forward") << int(Forward);
    QTest::newRow("full backward pre") << int(BackwardPre);
    QTest::newRow("full backward") << int(Backward);
}

inline torch::Tensor leaf(std::initializer_list<float> values)
{
    return torch::tensor(std::vector<float>(values), torch::requires_grad());
}

/// Forward and backward, so that hooks of every kind run.
inline void pass(ReLU& relu)
{
    relu(leaf({-1, 2})).sum().backward();
}

inline bool holds(const torch::Tensor& tensor, std::initializer_list<float> values)
{
    return tensor.defined() &&
           torch::equal(tensor.detach().flatten(), torch::tensor(std::vector<float>(values)));
}

/// What `run` throws, empty if nothing.
template <typename Run>
std::string whatOf(const Run& run)
{
    try {
        run();
    } catch (const std::exception& error) {
        return error.what();
    }
    return {};
}

}  // namespace torch_hooks::test
