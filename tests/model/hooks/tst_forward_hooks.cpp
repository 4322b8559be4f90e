// SPDX-License-Identifier: BSD-3-Clause
#include "tests/model/hooks/hook_testing.h"
#include "tests/support/test_program.h"

#include <stdexcept>

using namespace torch_hooks;
using namespace torch_hooks::test;

/// Rows 1 to 11 of the table in model/hooks/README.md. Order and removal hold for every kind.
class TstForwardHooks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void row1FireInOrderOfRegistration_data() { everyKind(); }
    void row1FireInOrderOfRegistration();
    void row1LaterPrependsComeBeforeEarlierOnes_data() { everyKind(); }
    void row1LaterPrependsComeBeforeEarlierOnes();
    void row3GlobalHooksComeFirst_data() { everyKind(); }
    void row3GlobalHooksComeFirst();
    void row3GlobalHooksReachEveryModule();
    void row4PreHookReplacesTheInputsForTheNextAndForward();
    void row4PreHookOfAnotherCountThrows();
    void row5ForwardHookReplacesTheOutputsForTheNextAndTheCaller();
    void row5GradientFlowsThroughTheReplacement();
    void row5ForwardHookOfAnotherCountThrows();
    void row6ForwardHookSeesTheInputsAfterThePreHooks();
    void row7IdsRiseAndTheSameCallableFiresTwice();
    void row7HandleMayOutliveTheModule();
    void row7ScopedHookGoesWithItsScope();
    void row7RemovesFromAnyThread();
    void row8HookMayRemoveItself_data() { everyKind(); }
    void row8HookMayRemoveItself();
    void row8OneCallRunsASnapshot_data() { everyKind(); }
    void row8OneCallRunsASnapshot();
    void row9ExceptionLeavesTheCallAndTheHookStays_data() { everyKind(); }
    void row9ExceptionLeavesTheCallAndTheHookStays();
    void row10AlwaysCalledAfterAnyException_data();
    void row10AlwaysCalledAfterAnyException();
    void row10NeverTwiceInOneCall();
    void row10TheFirstExceptionIsRethrown();
    void row10GlobalOnesToo();
    void row11ForwardItselfFiresNothing();
};

void TstForwardHooks::row1FireInOrderOfRegistration()
{
    QFETCH(int, kind);
    ReLU relu;
    std::string order;
    for (const char c : {'a', 'b', 'c'})
        watch(relu, kind, [&order, c] { order += c; });
    pass(relu);
    QCOMPARE(order, std::string("abc"));
}

void TstForwardHooks::row1LaterPrependsComeBeforeEarlierOnes()
{
    QFETCH(int, kind);
    ReLU relu;
    std::string order;
    watch(relu, kind, [&] { order += 'a'; });
    watch(relu, kind, [&] { order += 'b'; }, {.prepend = true});
    watch(relu, kind, [&] { order += 'c'; });
    watch(relu, kind, [&] { order += 'd'; }, {.prepend = true});
    pass(relu);
    QCOMPARE(order, std::string("dbac"));
}

void TstForwardHooks::row3GlobalHooksComeFirst()
{
    QFETCH(int, kind);
    ReLU relu;
    std::string order;
    watch(relu, kind, [&] { order += 'c'; }, {.prepend = true});
    const ScopedHook last = watchAll(kind, [&] { order += 'b'; });
    const ScopedHook first = watchAll(kind, [&] { order += 'a'; }, {.prepend = true});
    pass(relu);
    QCOMPARE(order, std::string("abc"));
}

void TstForwardHooks::row3GlobalHooksReachEveryModule()
{
    Sequential chain(std::make_shared<Linear>(2, 2), std::make_shared<ReLU>());
    int calls = 0;
    {
        const ScopedHook count = watchAll(Forward, [&] { ++calls; });
        (void)chain(torch::ones({1, 2}));
    }
    QCOMPARE(calls, 3);
    (void)chain(torch::ones({1, 2}));
    QCOMPARE(calls, 3);
}

void TstForwardHooks::row4PreHookReplacesTheInputsForTheNextAndForward()
{
    Mix mix;
    mix.registerForwardPreHook([](auto&, const Tensors& x) { return Tensors{x[0] + 1, x[1], x[2]}; });
    mix.registerForwardPreHook([](auto&, const Tensors& x) { return Tensors{x[0] * 2, x[1] * 10, x[2]}; });
    const auto [product, sum] = mix(torch::ones(1), torch::ones(1), torch::full(1, 5.0F));
    QVERIFY(holds(product, {40}));
    QVERIFY(holds(sum, {9}));
}

void TstForwardHooks::row4PreHookOfAnotherCountThrows()
{
    Mix mix;
    mix.registerForwardPreHook([](auto&, const Tensors& x) { return Tensors{x[0]}; });
    const std::string message = whatOf([&] { mix(torch::ones(1), torch::ones(1), torch::ones(1)); });
    QVERIFY2(message.find("invalid number of inputs, got 1, but expected 3") != std::string::npos,
             message.c_str());
}

void TstForwardHooks::row5ForwardHookReplacesTheOutputsForTheNextAndTheCaller()
{
    Mix mix;
    Tensors seen;
    mix.registerForwardHook([](auto&, auto&, const Tensors& y) { return Tensors{y[0] + 1, y[1]}; });
    mix.registerForwardHook([&](auto&, auto&, const Tensors& y) { return seen = y, kNothing; });
    const auto [product, sum] = mix(torch::ones(1), torch::ones(1), torch::ones(1));
    QVERIFY(holds(product, {2}) && holds(sum, {2}));
    QVERIFY(seen[0].is_same(product) && seen[1].is_same(sum));
}

void TstForwardHooks::row5GradientFlowsThroughTheReplacement()
{
    ReLU relu;
    relu.registerForwardHook([](auto&, auto&, const Tensors& y) { return Tensors{y[0] * 3}; });
    const torch::Tensor x = leaf({-1, 2});
    relu(x).sum().backward();
    QVERIFY(holds(x.grad(), {0, 3}));
}

void TstForwardHooks::row5ForwardHookOfAnotherCountThrows()
{
    ReLU relu;
    relu.registerForwardHook([](auto&, auto&, const Tensors& y) { return Tensors{y[0], y[0]}; });
    const std::string message = whatOf([&] { relu(torch::ones(1)); });
    QVERIFY2(message.find("invalid number of outputs, got 2, but expected 1") != std::string::npos,
             message.c_str());
}

void TstForwardHooks::row6ForwardHookSeesTheInputsAfterThePreHooks()
{
    ReLU relu;
    torch::Tensor seen;
    relu.registerForwardHook([&](auto&, const Tensors& x, auto&) { return seen = x[0], kNothing; });
    relu.registerForwardPreHook([](auto&, const Tensors& x) { return Tensors{x[0] + 10}; });
    (void)relu(torch::ones(1));
    QVERIFY(holds(seen, {11}));
}

void TstForwardHooks::row7IdsRiseAndTheSameCallableFiresTwice()
{
    ReLU relu;
    int calls = 0;
    const ForwardHook count = [&](auto&, auto&, auto&) { return ++calls, kNothing; };
    HookHandle first = relu.registerForwardHook(count);
    const ScopedHook other = watchAll(ForwardPre, [] {});
    HookHandle second = relu.registerForwardHook(count, {.prepend = true});
    QVERIFY(first.id() < other.id() && other.id() < second.id());
    (void)relu(torch::ones(1));
    QCOMPARE(calls, 2);
    first.remove();
    first.remove();
    (void)relu(torch::ones(1));
    QCOMPARE(calls, 3);
}

void TstForwardHooks::row7HandleMayOutliveTheModule()
{
    HookHandle handle;
    {
        ReLU relu;
        handle = watch(relu, Forward, [] {});
    }
    handle.remove();
    HookHandle().remove();
}

void TstForwardHooks::row7ScopedHookGoesWithItsScope()
{
    ReLU relu;
    int calls = 0;
    ScopedHook outer;
    {
        const ScopedHook inner(watch(relu, Forward, [&] { calls += 10; }));
        outer = ScopedHook(watch(relu, Forward, [&] { ++calls; }));
        (void)relu(torch::ones(1));
    }
    (void)relu(torch::ones(1));
    QCOMPARE(calls, 12);
}

void TstForwardHooks::row7RemovesFromAnyThread()
{
    ReLU relu;
    std::atomic<int> calls = 0;
    std::atomic<bool> stop = false;
    std::thread churn([&] {
        while (!stop) {
            const ScopedHook own(watch(relu, Forward, [&] { ++calls; }));
            const ScopedHook global = watchAll(ForwardPre, [&] { ++calls; });
        }
    });
    for (int i = 0; i < 2000 || calls == 0; ++i)
        (void)relu(torch::ones(1));
    stop = true;
    churn.join();
    const int before = calls;
    (void)relu(torch::ones(1));
    QCOMPARE(calls.load(), before);
}

void TstForwardHooks::row8HookMayRemoveItself()
{
    QFETCH(int, kind);
    ReLU relu;
    int calls = 0;
    int later = 0;
    HookHandle handle;
    handle = watch(relu, kind, [&] {
        ++calls;
        handle.remove();
    });
    watch(relu, kind, [&] { ++later; });
    pass(relu);
    pass(relu);
    QCOMPARE(calls, 1);
    QCOMPARE(later, 2);
}

void TstForwardHooks::row8OneCallRunsASnapshot()
{
    QFETCH(int, kind);
    ReLU relu;
    std::string order;
    HookHandle second;
    bool isFirst = true;
    watch(relu, kind, [&] {
        order += 'a';
        second.remove();  // still fires in this call
        if (std::exchange(isFirst, false))
            watch(relu, kind, [&] { order += 'n'; });  // waits for the next
    });
    second = watch(relu, kind, [&] { order += 'b'; });
    pass(relu);
    QCOMPARE(order, std::string("ab"));
    pass(relu);
    QCOMPARE(order, std::string("aban"));
}

void TstForwardHooks::row9ExceptionLeavesTheCallAndTheHookStays()
{
    QFETCH(int, kind);
    ReLU relu;
    int later = 0;
    watch(relu, kind, [] { throw std::runtime_error("no"); });
    watch(relu, kind, [&] { ++later; });
    QCOMPARE(whatOf([&] { pass(relu); }), std::string("no"));
    QCOMPARE(whatOf([&] { pass(relu); }), std::string("no"));
    QCOMPARE(later, 0);
}

void TstForwardHooks::row10AlwaysCalledAfterAnyException_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<int>("outputCount");
    QTest::newRow("a pre-hook") << QStringLiteral("pre-hook") << 0;
    QTest::newRow("forward") << QStringLiteral("forward") << 0;
    QTest::newRow("a forward hook") << QStringLiteral("hook") << 1;
    QTest::newRow("nothing") << QString() << 1;
}

void TstForwardHooks::row10AlwaysCalledAfterAnyException()
{
    QFETCH(QString, from);
    Linear linear(2, 2);
    std::vector<int> counts;
    int ordinary = 0;
    if (from == u"pre-hook")
        watch(linear, ForwardPre, [] { throw std::runtime_error("from a pre-hook"); });
    if (from == u"hook")
        watch(linear, Forward, [] { throw std::runtime_error("from a hook"); });
    linear.registerForwardHook(
        [&](auto&, const Tensors& x, const Tensors& y) {
            counts.push_back(static_cast<int>(y.size()));
            return x.size() == 1 ? kNothing : Tensors{};
        },
        {.alwaysCall = true});
    watch(linear, Forward, [&] { ++ordinary; });
    const bool isWrongShape = from == u"forward";
    const std::string message = whatOf([&] { linear(torch::ones({1, isWrongShape ? 7 : 2})); });
    QCOMPARE(message.empty(), from.isEmpty());
    QFETCH(int, outputCount);
    QCOMPARE(counts, std::vector<int>{outputCount});
    QCOMPARE(ordinary, from.isEmpty() ? 1 : 0);
}

void TstForwardHooks::row10NeverTwiceInOneCall()
{
    ReLU relu;
    int calls = 0;
    watch(relu, Forward, [&] { ++calls; }, {.alwaysCall = true});
    watch(relu, Forward, [] { throw std::runtime_error("after it"); });
    QCOMPARE(whatOf([&] { relu(torch::ones(1)); }), std::string("after it"));
    QCOMPARE(calls, 1);
    ReLU other;
    watch(other, Forward, [&] { ++calls, throw std::runtime_error("itself"); }, {.alwaysCall = true});
    QCOMPARE(whatOf([&] { other(torch::ones(1)); }), std::string("itself"));
    QCOMPARE(calls, 2);
}

void TstForwardHooks::row10TheFirstExceptionIsRethrown()
{
    ReLU relu;
    std::string order;
    watch(relu, ForwardPre, [] { throw std::runtime_error("first"); });
    watch(relu, Forward, [&] { order += 'a', throw std::runtime_error("second"); }, {.alwaysCall = true});
    watch(relu, Forward, [&] { order += 'b', throw 3; }, {.alwaysCall = true});
    watch(relu, Forward, [&] { order += 'c'; }, {.alwaysCall = true});
    QCOMPARE(whatOf([&] { relu(torch::ones(1)); }), std::string("first"));
    QCOMPARE(order, std::string("abc"));
}

void TstForwardHooks::row10GlobalOnesToo()
{
    ReLU relu;
    std::string order;
    watch(relu, ForwardPre, [] { throw std::runtime_error("no"); });
    watch(relu, Forward, [&] { order += 'b'; }, {.alwaysCall = true});
    const ScopedHook global = watchAll(Forward, [&] { order += 'a'; }, {.alwaysCall = true});
    QCOMPARE(whatOf([&] { relu(torch::ones(1)); }), std::string("no"));
    QCOMPARE(order, std::string("ab"));
}

void TstForwardHooks::row11ForwardItselfFiresNothing()
{
    ReLU relu;
    int calls = 0;
    for (const int kind : {ForwardPre, Forward, BackwardPre, Backward})
        watch(relu, kind, [&] { ++calls; });
    relu.forward(leaf({1})).sum().backward();
    QCOMPARE(calls, 0);
}

GLYPHSCOPE_TEST(TstForwardHooks, Core)
#include "tst_forward_hooks.moc"
