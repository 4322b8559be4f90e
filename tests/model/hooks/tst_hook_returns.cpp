// SPDX-License-Identifier: BSD-3-Clause
#include "tests/model/hooks/hook_testing.h"
#include "tests/support/test_program.h"

#include <array>
#include <list>
#include <memory>

using namespace torch_hooks;
using namespace torch_hooks::test;

namespace {

/// Doubles what a hook of the kind may replace, and returns it in the form that `inForm` gives it.
template <typename Form>
HookHandle doubling(HookPoint& point, int kind, const Form& inForm)
{
    const auto two = [inForm](auto&, const Tensors& values) { return inForm(values[0] * 2); };
    switch (kind) {
    case ForwardPre:
        return point.registerForwardPreHook(two);
    case Forward:
        return point.registerForwardHook([two](auto& m, auto&, const Tensors& out) { return two(m, out); });
    case BackwardPre:
        return point.registerFullBackwardPreHook(two);
    default:
        return point.registerFullBackwardHook(
            [two](auto& m, const Tensors& in, auto&) { return two(m, in); });
    }
}

template <typename Form>
HookHandle doublingAll(int kind, const Form& inForm)
{
    const auto two = [inForm](auto&, const Tensors& values) { return inForm(values[0] * 2); };
    const auto first = [two](auto& m, const Tensors& in, auto&) { return two(m, in); };
    const auto second = [two](auto& m, auto&, const Tensors& out) { return two(m, out); };
    switch (kind) {
    case ForwardPre:
        return registerGlobalForwardPreHook(two);
    case Forward:
        return registerGlobalForwardHook(second);
    case BackwardPre:
        return registerGlobalFullBackwardPreHook(two);
    default:
        return registerGlobalFullBackwardHook(first);
    }
}

/// The output, or for backward kinds the gradient of the input: 3 without hooks.
float seenBy(ReLU& relu, int kind)
{
    const torch::Tensor x = leaf({3});
    const torch::Tensor y = relu(x);
    (y * 3).sum().backward();
    return kind == ForwardPre || kind == Forward ? y.item<float>() : x.grad().item<float>();
}

template <typename Form>
float doubled(int kind, const Form& inForm)
{
    ReLU relu;
    HookHandle handle = doubling(relu, kind, inForm);
    const float own = seenBy(relu, kind);
    handle.remove();
    ReLU other;
    const ScopedHook global = doublingAll(kind, inForm);
    return own == seenBy(other, kind) ? own : -1;
}

torch::Tensor halved(torch::nn::Module& /*module*/, const Tensors& inputs)
{
    return inputs[0] / 2;
}

/// Holds what cannot be copied.
struct Counter {
    torch::Tensor operator()(torch::nn::Module&, const Tensors&, const Tensors& outputs)
    {
        return outputs[0] + static_cast<float>(++*count);
    }
    std::unique_ptr<int> count = std::make_unique<int>(0);
};

}  // namespace

/// What a hook may return, and how little it takes to register one.
class TstHookReturns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingChangesNothing_data() { everyKind(); }
    void nothingChangesNothing();
    void aTensorReplaces_data() { everyKind(); }
    void aTensorReplaces();
    void severalReplaceInAnyForm_data() { everyKind(); }
    void severalReplaceInAnyForm();
    void absentChangesNothing_data() { everyKind(); }
    void absentChangesNothing();
    void severalOfAModuleWithSeveral();
    void ofAnotherCountThrows();
    void aReferenceIsReadWhereItLies();
    void takesFunctionsAndCallablesThatCannotBeCopied();
    void takesStdFunctionsOfItsKind();
    void autoHandleNeedsNoTypes();
    void scopedHooksNeedNoCeremony();
};

void TstHookReturns::nothingChangesNothing()
{
    QFETCH(int, kind);
    int calls = 0;
    QCOMPARE(doubled(kind, [&calls](const torch::Tensor&) { ++calls; }), 3.0F);
    QCOMPARE(calls, 2);
}

void TstHookReturns::aTensorReplaces()
{
    QFETCH(int, kind);
    QCOMPARE(doubled(kind, [](const torch::Tensor& t) { return t; }), 6.0F);
    QCOMPARE(doubled(kind, [](const torch::Tensor& t) { return std::optional(t); }), 6.0F);
}

void TstHookReturns::severalReplaceInAnyForm()
{
    QFETCH(int, kind);
    QCOMPARE(doubled(kind, [](const torch::Tensor& t) { return Tensors{t}; }), 6.0F);
    QCOMPARE(doubled(kind, [](const torch::Tensor& t) { return std::optional<Tensors>({t}); }), 6.0F);
    QCOMPARE(doubled(kind, [](const torch::Tensor& t) { return std::make_tuple(t); }), 6.0F);
    QCOMPARE(doubled(kind, [](const torch::Tensor& t) { return std::array<torch::Tensor, 1>{t}; }), 6.0F);
    QCOMPARE(doubled(kind, [](const torch::Tensor& t) { return std::list<torch::Tensor>{t}; }), 6.0F);
    QCOMPARE(doubled(kind, [](const torch::Tensor& t) { return std::make_tuple(Tensors{t}, Tensors{}); }),
             6.0F);
}

void TstHookReturns::absentChangesNothing()
{
    QFETCH(int, kind);
    QCOMPARE(doubled(kind, [](const torch::Tensor&) { return std::nullopt; }), 3.0F);
    QCOMPARE(doubled(kind, [](const torch::Tensor&) { return std::optional<torch::Tensor>(); }), 3.0F);
    QCOMPARE(doubled(kind, [](const torch::Tensor&) { return std::optional<Tensors>(); }), 3.0F);
    QCOMPARE(doubled(kind, [](const torch::Tensor&) { return c10::optional<torch::Tensor>(); }), 3.0F);
}

void TstHookReturns::severalOfAModuleWithSeveral()
{
    Mix mix;
    mix.registerForwardPreHook([](auto&, const Tensors& in) { return std::tuple(in[1], in[0] + 1, in[2]); });
    mix.registerForwardHook([](auto&, auto&, const Tensors& out) { return std::pair(out[1], out[0]); });
    const auto [sum, product] = mix(leaf({1}), leaf({5}), leaf({7}));
    QVERIFY(holds(sum, {12}));
    QVERIFY(holds(product, {10}));
}

void TstHookReturns::ofAnotherCountThrows()
{
    Mix mix;
    mix.registerForwardHook([](auto&, auto&, const Tensors& out) { return out[0]; });
    const std::string message = whatOf([&] { mix(leaf({1}), leaf({5}), leaf({7})); });
    QVERIFY2(message.find("invalid number of outputs, got 1, but expected 2") != std::string::npos,
             message.c_str());
}

void TstHookReturns::aReferenceIsReadWhereItLies()
{
    ReLU relu;
    const Tensors fixed{torch::ones(1) * 9};
    relu.registerForwardHook([&fixed](auto&, auto&, auto&) -> const Tensors& { return fixed; });
    QVERIFY(holds(relu(leaf({1})), {9}));
    QCOMPARE(fixed.size(), 1U);
}

void TstHookReturns::takesFunctionsAndCallablesThatCannotBeCopied()
{
    ReLU relu;
    relu.registerForwardPreHook(halved);
    relu.registerForwardHook(Counter());
    QVERIFY(holds(relu(leaf({4})), {3}));
    QVERIFY(holds(relu(leaf({4})), {4}));
}

void TstHookReturns::takesStdFunctionsOfItsKind()
{
    ReLU relu;
    const ForwardHook typed = [](auto&, auto&, const Tensors& out) { return Tensors{out[0] + 1}; };
    relu.registerForwardHook(typed);
    const std::function<void(torch::nn::Module&, const Tensors&, const Tensors&)> watching = [](auto&, auto&,
                                                                                                auto&) {};
    relu.registerForwardHook(watching);
    const ScopedHook global = registerGlobalForwardHook(typed);
    QVERIFY(holds(relu(leaf({1})), {3}));
}

void TstHookReturns::autoHandleNeedsNoTypes()
{
    const auto relu = std::make_shared<ReLU>();
    int calls = 0;
    auto handle = relu->registerForwardHook([&](auto&, auto&, auto&) { ++calls; });
    auto prepended = relu->registerForwardHook([&](auto&, auto&, auto&) { calls *= 10; }, {.prepend = true});
    (*relu)(leaf({1}));
    (*relu)(leaf({1}));
    QCOMPARE(calls, 11);
    handle.remove();
    prepended.remove();
    (*relu)(leaf({1}));
    QCOMPARE(calls, 11);
}

void TstHookReturns::scopedHooksNeedNoCeremony()
{
    ReLU relu;
    int calls = 0;
    {
        const ScopedHook hook = relu.registerForwardHook([&](auto&, auto&, auto&) { ++calls; });
        auto other = scoped(relu.registerForwardPreHook([&](auto&, auto&) { ++calls; }));
        std::vector<ScopedHook> more;
        more.push_back(registerGlobalForwardHook([&](auto&, auto&, auto&) { ++calls; }));
        relu(leaf({1}));
    }
    relu(leaf({1}));
    QCOMPARE(calls, 3);
    QVERIFY(relu.callHooks().empty() && globalCallHooks().empty());
}

GLYPHSCOPE_TEST(TstHookReturns, Core)
#include "tst_hook_returns.moc"
