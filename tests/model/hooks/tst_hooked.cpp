// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/hooks/hooked.h"

#include <QtTest/QTest>

#include <stdexcept>

using namespace glyphscope::hooks;

namespace {

using ReLU = Hooked<torch::nn::ReLUImpl>;
const auto kNothing = std::optional<Tensors>();

torch::Tensor input()
{
    return torch::tensor({-1.0F, 2.0F});
}

}  // namespace

class TstHooked : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fireInOrderOfRegistration();
    void preHookReplacesTheInput();
    void forwardHookReplacesTheOutputForTheNext();
    void handlesRiseAndRemoveTwiceHarmlessly();
    void handleMayOutliveTheModule();
    void scopedHookGoesWithItsScope();
    void oneCallRunsASnapshot();
    void exceptionLeavesTheHookInPlace();
    void forwardItselfFiresNothing();
};

void TstHooked::fireInOrderOfRegistration()
{
    ReLU relu;
    std::string order;
    relu.registerForwardHook([&](auto&, auto&, auto&) { return order += 'c', kNothing; });
    relu.registerForwardPreHook([&](auto&, auto&) { return order += 'a', kNothing; });
    relu.registerForwardHook([&](auto&, auto&, auto&) { return order += 'd', kNothing; });
    relu.registerForwardPreHook([&](auto&, auto&) { return order += 'b', kNothing; });
    (void)relu(input());
    QCOMPARE(order, std::string("abcd"));
}

void TstHooked::preHookReplacesTheInput()
{
    ReLU relu;
    torch::Tensor seen;
    relu.registerForwardPreHook([](auto&, const Tensors& x) { return Tensors{x[0] + 10}; });
    relu.registerForwardHook([&](auto&, const Tensors& x, auto&) { return seen = x[0], kNothing; });
    QVERIFY(torch::equal(relu(input()), torch::tensor({9.0F, 12.0F})));
    QVERIFY(torch::equal(seen, torch::tensor({9.0F, 12.0F})));
}

void TstHooked::forwardHookReplacesTheOutputForTheNext()
{
    ReLU relu;
    relu.registerForwardHook([](auto&, auto&, const Tensors& y) { return Tensors{y[0] + 1}; });
    relu.registerForwardHook([](auto&, auto&, const Tensors& y) { return Tensors{y[0] * 2}; });
    QVERIFY(torch::equal(relu(input()), torch::tensor({2.0F, 6.0F})));
}

void TstHooked::handlesRiseAndRemoveTwiceHarmlessly()
{
    ReLU relu;
    int calls = 0;
    const ForwardHook count = [&](auto&, auto&, auto&) { return ++calls, kNothing; };
    HookHandle first = relu.registerForwardHook(count);
    HookHandle second = relu.registerForwardHook(count);
    QVERIFY(second.id() > first.id());
    (void)relu(input());
    QCOMPARE(calls, 2);  // the same callable registered twice fires twice
    first.remove();
    first.remove();
    (void)relu(input());
    QCOMPARE(calls, 3);
}

void TstHooked::handleMayOutliveTheModule()
{
    HookHandle handle;
    {
        ReLU relu;
        handle = relu.registerForwardHook([](auto&, auto&, auto&) { return kNothing; });
    }
    handle.remove();
}

void TstHooked::scopedHookGoesWithItsScope()
{
    ReLU relu;
    int calls = 0;
    {
        const ScopedHook hook(
            relu.registerForwardHook([&](auto&, auto&, auto&) { return ++calls, kNothing; }));
        (void)relu(input());
    }
    (void)relu(input());
    QCOMPARE(calls, 1);
}

void TstHooked::oneCallRunsASnapshot()
{
    ReLU relu;
    std::string order;
    HookHandle second;
    relu.registerForwardHook([&](auto&, auto&, auto&) {
        order += 'a';
        second.remove();  // still fires in this call
        relu.registerForwardHook(
            [&](auto&, auto&, auto&) { return order += 'n', kNothing; });  // waits for the next
        return kNothing;
    });
    second = relu.registerForwardHook([&](auto&, auto&, auto&) { return order += 'b', kNothing; });
    (void)relu(input());
    QCOMPARE(order, std::string("ab"));
    (void)relu(input());
    QCOMPARE(order, std::string("aban"));
}

void TstHooked::exceptionLeavesTheHookInPlace()
{
    ReLU relu;
    int later = 0;
    relu.registerForwardHook(
        [](auto&, auto&, auto&) -> std::optional<Tensors> { throw std::runtime_error("no"); });
    relu.registerForwardHook([&](auto&, auto&, auto&) { return ++later, kNothing; });
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, (void)relu(input()));
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, (void)relu(input()));
    QCOMPARE(later, 0);
}

void TstHooked::forwardItselfFiresNothing()
{
    ReLU relu;
    int calls = 0;
    relu.registerForwardHook([&](auto&, auto&, auto&) { return ++calls, kNothing; });
    (void)relu.forward(input());
    QCOMPARE(calls, 0);
}

QTEST_GUILESS_MAIN(TstHooked)
#include "tst_hooked.moc"
