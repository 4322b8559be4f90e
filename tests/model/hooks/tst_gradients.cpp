// SPDX-License-Identifier: BSD-3-Clause
#include "tests/model/hooks/hook_testing.h"
#include "tests/support/test_program.h"

#include <thread>

using namespace torch_hooks;
using namespace torch_hooks::test;

namespace {

using Sigmoid = Hooked<torch::nn::SigmoidImpl>;

/// Throws in its first backward pass, and keeps the tensor that its forward got.
struct BreakingImpl : torch::nn::Module {
    torch::Tensor forward(const torch::Tensor& x)
    {
        kept = x;
        torch::Tensor inside = x * 1;
        inside.register_hook([this](const torch::Tensor& gradient) {
            if (std::exchange(breaks, false))
                throw std::runtime_error("on its way");
            return gradient;
        });
        return inside * 1;
    }
    torch::Tensor kept;
    bool breaks = true;
};

torch::Tensor gradientWith(const torch::Tensor& returned)
{
    Sigmoid sigmoid;
    sigmoid.registerFullBackwardHook([returned](auto&, auto&, auto&) { return Tensors{returned}; });
    const torch::Tensor x = leaf({0, 0});
    sigmoid(x).sum().backward();
    return x.grad();
}

}  // namespace

/// Rows 22, 25 and what 23 and 26 say of backward passes, of the table in model/hooks/README.md.
class TstGradients : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void row22OtherKindsAreRefused_data();
    void row22OtherKindsAreRefused();
    void row22OtherKindsOfOutputGradientsAreRefused();
    void row22TheLastHookCounts();
    void row22WhatFitsIsTaken();
    void row22NoGradientBecomesNone();
    void row22LeftOutOutputGradientIsZero();
    void row23ThreadsThroughOneGraphKeepTheirPairs();
    void row23PassInsideAPassKeepsItsPair();
    void row25TensorsOwnHookComesFirst();
    void row25TensorsOwnHookComesBeforeThePreHooks();
    void row25InputsOwnHookComesLast();
    void row26PassThatThrewLeavesNothingBehind();
    void row26PassThatThrewLetsGoOfTheGradients();
};

void TstGradients::row22OtherKindsAreRefused_data()
{
    QTest::addColumn<torch::Tensor>("returned");
    QTest::addColumn<QString>("reason");
    const QString size = QStringLiteral("changed the size of value, got %1, but expected [2]");
    const QString type =
        QStringLiteral("changed the type of value, got %1, but expected CPUFloatType on cpu");
    QTest::newRow("longer") << torch::ones(7) << size.arg(u"[7]");
    QTest::newRow("one for all") << torch::ones(1) << size.arg(u"[1]");
    QTest::newRow("a scalar") << torch::ones({}) << size.arg(u"[]");
    QTest::newRow("one dimension more") << torch::ones({1, 2}) << size.arg(u"[1, 2]");
    QTest::newRow("empty") << torch::ones(0) << size.arg(u"[0]");
    QTest::newRow("double") << torch::ones(2, torch::kDouble) << type.arg(u"CPUDoubleType on cpu");
    QTest::newRow("integers") << torch::ones(2, torch::kInt) << type.arg(u"CPUIntType on cpu");
    QTest::newRow("another device") << torch::ones(2, torch::kMeta) << type.arg(u"MetaFloatType on meta");
    QTest::newRow("sparse") << torch::ones(2).to_sparse() << type.arg(u"SparseCPUFloatType on cpu");
}

void TstGradients::row22OtherKindsAreRefused()
{
    QFETCH(torch::Tensor, returned);
    QFETCH(QString, reason);
    const QString message = QString::fromStdString(whatOf([&] { (void)gradientWith(returned); }));
    QVERIFY2(message.contains(reason), qPrintable(message));
    QVERIFY2(message.contains(u"Sigmoid") && message.contains(u"grad_input at index 0"), qPrintable(message));
}

void TstGradients::row22OtherKindsOfOutputGradientsAreRefused()
{
    const auto messageWith = [](const FullBackwardPreHook& hook) {
        Mix mix;
        mix.registerFullBackwardPreHook(hook);
        return whatOf([&] { std::get<0>(mix(leaf({1}), leaf({2}), leaf({3}))).sum().backward(); });
    };
    std::string message = messageWith([](auto&, auto& g) { return Tensors{torch::ones({7}), g[1]}; });
    QVERIFY2(message.find("grad_output at index 0: it has changed the size") != std::string::npos,
             message.c_str());
    message = messageWith([](auto&, auto& g) { return Tensors{g[0].to(torch::kDouble), g[1]}; });
    QVERIFY2(message.find("grad_output at index 0: it has changed the type") != std::string::npos,
             message.c_str());
    message = messageWith([](auto&, auto& g) { return Tensors{g[0], g[0]}; });
    QVERIFY2(message.find("grad_output at index 1: nothing flows") != std::string::npos, message.c_str());
}

void TstGradients::row22TheLastHookCounts()
{
    Sigmoid sigmoid;
    Tensors seen;
    sigmoid.registerFullBackwardHook([](auto&, auto&, auto&) { return Tensors{torch::ones(7)}; });
    sigmoid.registerFullBackwardHook([&](auto&, const Tensors& g, auto&) {
        seen = g;
        return Tensors{torch::ones(2)};
    });
    const torch::Tensor x = leaf({0, 0});
    sigmoid(x).sum().backward();
    QCOMPARE(seen[0].numel(), 7);
    QVERIFY(holds(x.grad(), {1, 1}));
}

void TstGradients::row22WhatFitsIsTaken()
{
    QVERIFY(holds(gradientWith(torch::full(2, 3.0F)), {3, 3}));
    QVERIFY(holds(gradientWith(torch::ones({2, 2}).t().select(0, 1)), {1, 1}));
}

void TstGradients::row22NoGradientBecomesNone()
{
    QVERIFY(!gradientWith(torch::Tensor()).defined());
}

void TstGradients::row22LeftOutOutputGradientIsZero()
{
    Linear linear(2, 1);
    Tensors seen;
    linear.registerFullBackwardPreHook([](auto&, auto&) { return Tensors{torch::Tensor()}; });
    linear.registerFullBackwardHook([&](auto&, auto&, const Tensors& out) { return seen = out, kNothing; });
    const torch::Tensor x = leaf({1, 2});
    linear(x).sum().backward();
    QVERIFY(!seen[0].defined());
    QVERIFY(holds(x.grad(), {0, 0}));
    QVERIFY(holds(linear.bias.grad(), {0}));
}

void TstGradients::row23ThreadsThroughOneGraphKeepTheirPairs()
{
    Hooked<torch::nn::LinearImpl> linear(2, 2);
    {
        const torch::NoGradGuard noGrad;
        linear.weight.copy_(torch::eye(2));
    }
    std::atomic<int> calls = 0;
    std::atomic<int> mixed = 0;
    linear.registerFullBackwardHook([&](auto&, const Tensors& in, const Tensors& out) {
        ++calls;
        mixed += torch::equal(in[0], out[0]) ? 0 : 1;
        return kNothing;
    });
    const torch::Tensor x = torch::ones({1, 2}, torch::requires_grad());
    const torch::Tensor output = linear(x);
    constexpr int kPasses = 300;
    const auto passes = [&](float gradient) {
        for (int i = 0; i < kPasses; ++i)
            (void)torch::autograd::grad({output}, {x}, {torch::full({1, 2}, gradient)},
                                        /*retain_graph=*/true);
    };
    std::thread other([&] { passes(2); });
    passes(3);
    other.join();
    QCOMPARE(calls.load(), 2 * kPasses);
    QCOMPARE(mixed.load(), 0);
}

void TstGradients::row23PassInsideAPassKeepsItsPair()
{
    Sigmoid sigmoid;
    std::vector<float> pairs;
    sigmoid.registerFullBackwardHook([&](auto&, const Tensors& in, const Tensors& out) {
        pairs.push_back(in[0].item<float>());
        pairs.push_back(out[0].item<float>());
        return kNothing;
    });
    const torch::Tensor x = leaf({0});
    torch::Tensor output;
    bool isInside = false;
    sigmoid.registerForwardHook([&](auto&, auto&, const Tensors& y) {
        y[0].register_hook([&](const torch::Tensor& gradient) {
            if (!std::exchange(isInside, true))
                output.backward(torch::full(1, 8.0F), /*retain_graph=*/true);
            return gradient;
        });
        return kNothing;
    });
    output = sigmoid(x);
    output.backward(torch::full(1, 4.0F), /*retain_graph=*/true);
    QCOMPARE(pairs, (std::vector{2.0F, 8.0F, 1.0F, 4.0F}));
}

void TstGradients::row25TensorsOwnHookComesFirst()
{
    Sigmoid sigmoid;
    Tensors seen;
    sigmoid.registerFullBackwardHook([&](auto&, const Tensors& in, const Tensors& out) {
        seen = {in[0], out[0]};
        return kNothing;
    });
    const torch::Tensor x = leaf({0});
    torch::Tensor y = sigmoid(x);
    y.register_hook([](const torch::Tensor& gradient) { return gradient * 2; });
    y.backward();
    QVERIFY(holds(seen[0], {0.5}));
    QVERIFY(holds(seen[1], {2}));
    QVERIFY(holds(x.grad(), {0.5}));
}

void TstGradients::row25TensorsOwnHookComesBeforeThePreHooks()
{
    Sigmoid sigmoid;
    std::string order;
    const auto adding = [&order](char name) {
        return [&order, name](const torch::Tensor& gradient) {
            order += name;
            return gradient + 1;
        };
    };
    sigmoid.registerFullBackwardPreHook([&](auto&, const Tensors& g) {
        order += 'p';
        return Tensors{g[0] * 10};
    });
    watch(sigmoid, Backward, [&] { order += 'b'; });
    sigmoid.registerForwardHook([&](auto&, auto&, const Tensors& y) {
        y[0].register_hook(adding('i'));
        return kNothing;
    });
    const torch::Tensor x = leaf({0});
    torch::Tensor y = sigmoid(x);
    y.register_hook(adding('1'));
    y.register_hook(adding('2'));
    y.retain_grad();
    y.backward();
    QCOMPARE(order, std::string("12pib"));  // as it is inside the module, that of its own output comes later
    QVERIFY(holds(x.grad(), {7.75}));       // ((1 + 1 + 1) * 10 + 1) / 4
    QVERIFY(holds(y.grad(), {3}));
}

void TstGradients::row25InputsOwnHookComesLast()
{
    Sigmoid sigmoid;
    std::string order;
    watch(sigmoid, Backward, [&] { order += 'b'; });
    const torch::Tensor x = leaf({0});
    x.register_hook([&](const torch::Tensor& gradient) {
        order += 'x';
        return gradient;
    });
    sigmoid(x).backward();
    QCOMPARE(order, std::string("bx"));
}

void TstGradients::row26PassThatThrewLeavesNothingBehind()
{
    Hooked<BreakingImpl> breaking;
    int calls = 0;
    watch(breaking, Backward, [&] { ++calls; });
    const torch::Tensor x = leaf({1});
    const torch::Tensor output = breaking(x);
    QVERIFY(!whatOf([&] { output.backward({}, /*retain_graph=*/true); }).empty());
    breaking.kept.sum().backward({}, /*retain_graph=*/true);  // reaches the input, not by way of the output
    QCOMPARE(calls, 0);
    output.backward({}, /*retain_graph=*/true);
    QCOMPARE(calls, 1);
}

void TstGradients::row26PassThatThrewLetsGoOfTheGradients()
{
    Hooked<BreakingImpl> breaking;
    c10::weak_intrusive_ptr<c10::TensorImpl> gradient(torch::ones(1).getIntrusivePtr());
    breaking.registerFullBackwardPreHook([&](auto&, const Tensors& g) {
        const torch::Tensor given = g[0] * 5;
        gradient = c10::weak_intrusive_ptr<c10::TensorImpl>(given.getIntrusivePtr());
        return Tensors{given};
    });
    watch(breaking, Backward, [] {});
    const torch::Tensor output = breaking(leaf({1}));
    QVERIFY(!whatOf([&] { output.backward({}, /*retain_graph=*/true); }).empty());
    QVERIFY(gradient.expired());
}

GLYPHSCOPE_TEST(TstGradients, Core)
#include "tst_gradients.moc"
