// SPDX-License-Identifier: BSD-3-Clause
#include "tests/model/hooks/hook_testing.h"
#include "tests/support/test_program.h"

#include <stdexcept>

using namespace torch_hooks;
using namespace torch_hooks::test;

namespace {

/// Keeps its input and may change it in place, like the module of PyTorch's test_hook_inplace.
struct KeeperImpl : torch::nn::Module {
    torch::Tensor forward(torch::Tensor input, bool isInPlace)
    {
        kept = input;
        if (isInPlace)
            input += 1;
        return input.clone();
    }
    torch::Tensor kept;
};

/// Squares, by several operations: the hook must get the gradients of the module, not of the last of them.
struct SquareImpl : torch::nn::Module {
    torch::Tensor forward(const torch::Tensor& x) { return (x * x).reshape(-1).clone(); }
};

/// Notes requires_grad of what forward gets.
struct FlagsImpl : torch::nn::Module {
    torch::Tensor forward(const torch::Tensor& a, const torch::Tensor& b, const torch::Tensor& c)
    {
        flags = {a.requires_grad(), b.requires_grad(), c.requires_grad()};
        last = c;
        return a.sum() + b.sum() + c.sum();
    }
    std::vector<bool> flags;
    torch::Tensor last;
};

Tensors seenGradients;

std::optional<Tensors> seeGradients(torch::nn::Module& /*module*/, const Tensors& gradInputs,
                                    const Tensors& gradOutputs)
{
    seenGradients = gradInputs;
    seenGradients.insert(seenGradients.end(), gradOutputs.begin(), gradOutputs.end());
    return std::nullopt;
}

}  // namespace

/// Rows 2 and 12 to 18 of the table in model/hooks/README.md.
class TstBackwardHooks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { seenGradients.clear(); }
    void row2OnePassFiresTheKindsInOrder();
    void row12GradientsStandByArgumentPosition();
    void row12GradientsAreTheModulesNotItsLastOperations();
    void row12OutputsThatNobodyUsedHaveNone();
    void row12ArgumentsThatAreNoTensorsKeepTheirPlace();
    void row13ReturnedGradInputsReplace();
    void row13WrongCountThrows();
    void row14PreHookReplacesGradOutputs();
    void row14PreHookAloneReplaces();
    void row14WrongCountThrows();
    void row15FiresWithoutInputsThatRequireGradients();
    void row15ReturningAGradientThenThrows();
    void row16RequiresGradIsAsItWas();
    void row16NothingIsWrappedWithoutGradients();
    void row17ChangingAnInputInPlaceThrows();
    void row17ChangingAnOutputInPlaceThrows();
    void row17InPlaceModulesThrow();
    void row18SecondBackwardFiresAgain();
    void row18GradientAroundTheOutputsSkipsTheHook();
    void row18PassThatStopsAtTheParametersLeavesNothingBehind();
    void row18DoubleBackwardWorks();
    void callsOfOneModuleDoNotMix();
    void hookMayRunABackwardOfItsOwn();
};

void TstBackwardHooks::row2OnePassFiresTheKindsInOrder()
{
    ReLU relu;
    std::string order;
    watch(relu, Backward, [&] { order += 'd'; });
    watch(relu, BackwardPre, [&] { order += 'c'; });
    watch(relu, Forward, [&] { order += 'b'; });
    watch(relu, ForwardPre, [&] { order += 'a'; });
    pass(relu);
    QCOMPARE(order, std::string("abcd"));
}

void TstBackwardHooks::row12GradientsStandByArgumentPosition()
{
    Mix mix;
    mix.registerFullBackwardHook(seeGradients);
    const auto [product, sum] = mix(leaf({2}), torch::tensor({3.0F}), leaf({4}));
    (product * 10 + sum).sum().backward();
    QCOMPARE(seenGradients.size(), 5U);
    QVERIFY(holds(seenGradients[0], {31}));
    QVERIFY(!seenGradients[1].defined());
    QVERIFY(holds(seenGradients[2], {1}));
    QVERIFY(holds(seenGradients[3], {10}));
    QVERIFY(holds(seenGradients[4], {1}));
}

void TstBackwardHooks::row12GradientsAreTheModulesNotItsLastOperations()
{
    Hooked<SquareImpl> square;
    square.registerFullBackwardHook(seeGradients);
    (square(leaf({1, 2, 3}).reshape({1, 3})) * 2).sum().backward();
    QVERIFY(holds(seenGradients[0], {4, 8, 12}));
    QCOMPARE(seenGradients[0].dim(), 2);
    QVERIFY(holds(seenGradients[1], {2, 2, 2}));
}

void TstBackwardHooks::row12OutputsThatNobodyUsedHaveNone()
{
    Mix mix;
    mix.registerFullBackwardHook(seeGradients);
    std::get<1>(mix(leaf({2}), torch::ones(1), leaf({4}))).sum().backward();
    QVERIFY(!seenGradients[3].defined());
    QVERIFY(holds(seenGradients[4], {1}));
}

void TstBackwardHooks::row12ArgumentsThatAreNoTensorsKeepTheirPlace()
{
    Hooked<KeeperImpl> keeper;
    Tensors inputs;
    keeper.registerForwardPreHook([&](auto&, const Tensors& x) { return inputs = x, kNothing; });
    keeper.registerFullBackwardHook(seeGradients);
    keeper(leaf({5}), false).sum().backward();
    QCOMPARE(inputs.size(), 2U);
    QVERIFY(!inputs[1].defined());
    QCOMPARE(seenGradients.size(), 3U);
    QVERIFY(holds(seenGradients[0], {1}));
    QVERIFY(!seenGradients[1].defined());
}

void TstBackwardHooks::row13ReturnedGradInputsReplace()
{
    Mix mix;
    mix.registerFullBackwardHook([](auto&, const Tensors& g, auto&) {
        return Tensors{g[0] * 100, torch::Tensor(), g[2] + 1};
    });
    mix.registerFullBackwardHook(seeGradients);  // sees what the one before returned
    const torch::Tensor a = leaf({2});
    const torch::Tensor c = leaf({4});
    const auto [product, sum] = mix(a, torch::tensor({3.0F}), c);
    (product + sum).sum().backward();
    QVERIFY(holds(a.grad(), {400}));
    QVERIFY(holds(c.grad(), {2}));
    QVERIFY(holds(seenGradients[0], {400}));
}

void TstBackwardHooks::row13WrongCountThrows()
{
    ReLU relu;
    relu.registerFullBackwardHook([](auto&, const Tensors& g, auto&) { return Tensors{g[0], g[0], g[0]}; });
    const std::string message = whatOf([&] { pass(relu); });
    QVERIFY2(message.find("invalid number of grad_input, got 3, but expected 1") != std::string::npos,
             message.c_str());
}

void TstBackwardHooks::row14PreHookReplacesGradOutputs()
{
    ReLU relu;
    relu.registerFullBackwardPreHook([](auto&, const Tensors& g) { return Tensors{g[0] * 5}; });
    relu.registerFullBackwardPreHook([](auto&, const Tensors& g) { return Tensors{g[0] + 1}; });
    relu.registerFullBackwardHook(seeGradients);
    const torch::Tensor x = leaf({-1, 2});
    relu(x).sum().backward();
    QVERIFY(holds(x.grad(), {0, 6}));
    QVERIFY(holds(seenGradients[1], {6, 6}));
}

void TstBackwardHooks::row14PreHookAloneReplaces()
{
    Linear linear(2, 1);
    linear.registerFullBackwardPreHook([](auto&, const Tensors& g) { return Tensors{g[0] * 5}; });
    linear(torch::ones({1, 2})).sum().backward();
    QVERIFY(holds(linear.bias.grad(), {5}));
}

void TstBackwardHooks::row14WrongCountThrows()
{
    ReLU relu;
    relu.registerFullBackwardPreHook([](auto&, const Tensors&) { return Tensors{}; });
    const std::string message = whatOf([&] { pass(relu); });
    QVERIFY2(message.find("invalid number of grad_output, got 0, but expected 1") != std::string::npos,
             message.c_str());
}

void TstBackwardHooks::row15FiresWithoutInputsThatRequireGradients()
{
    Linear linear(2, 1);
    linear.registerFullBackwardHook(seeGradients);
    linear.registerFullBackwardHook([](auto&, const Tensors& g, auto&) { return g; });
    linear(torch::ones({1, 2})).sum().backward();
    QCOMPARE(seenGradients.size(), 2U);
    QVERIFY(!seenGradients[0].defined());
    QVERIFY(holds(seenGradients[1], {1}));
}

void TstBackwardHooks::row15ReturningAGradientThenThrows()
{
    Linear linear(2, 1);
    linear.registerFullBackwardHook([](auto&, auto&, auto&) { return Tensors{torch::ones({1, 2})}; });
    const std::string message = whatOf([&] { linear(torch::ones({1, 2})).sum().backward(); });
    QVERIFY2(message.find("no input requires a gradient") != std::string::npos, message.c_str());
}

void TstBackwardHooks::row16RequiresGradIsAsItWas()
{
    Hooked<FlagsImpl> module;
    const torch::Tensor x = leaf({1, 2});
    for (int withHook = 0; withHook < 2; ++withHook) {
        QVERIFY(module(x, x.detach(), x).requires_grad());
        QCOMPARE(module.flags, (std::vector{true, false, true}));
        QVERIFY(module(x.detach(), x.detach(), x).requires_grad());
        QCOMPARE(module.flags, (std::vector{false, false, true}));
        QVERIFY(!module(x.detach(), x.detach(), x.detach()).requires_grad());
        watch(module, Backward, [] {});
    }
}

void TstBackwardHooks::row16NothingIsWrappedWithoutGradients()
{
    Hooked<FlagsImpl> module;
    watch(module, Backward, [] {});
    watch(module, BackwardPre, [] {});
    const torch::Tensor plain = torch::ones(2);
    (void)module(plain, plain, plain);
    QVERIFY(module.last.is_same(plain));
    const torch::Tensor x = leaf({1, 2});
    (void)module(x, x, x);
    QVERIFY(!module.last.is_same(x));
    {
        const torch::NoGradGuard noGrad;
        (void)module(x, x, x);
        QVERIFY(module.last.is_same(x));
    }
    const torch::InferenceMode inference;
    (void)module(x, x, x);
    QVERIFY(module.last.is_same(x));
}

void TstBackwardHooks::row17ChangingAnInputInPlaceThrows()
{
    Hooked<KeeperImpl> keeper;
    watch(keeper, Backward, [] {});
    QVERIFY(whatOf([&] { keeper(leaf({1, 2}), false).sum().backward(); }).empty());
    QVERIFY(whatOf([&] {
                keeper(leaf({1, 2}).clone(), true);
            }).find("modified inplace") != std::string::npos);
    const torch::Tensor local = leaf({1, 2}).clone();
    (void)keeper(local, false);
    local.select(0, 0).mul_(1);
    QVERIFY(whatOf([&] { (void)(keeper.kept + 2); }).find("modified inplace") != std::string::npos);
}

void TstBackwardHooks::row17ChangingAnOutputInPlaceThrows()
{
    Hooked<KeeperImpl> keeper;
    watch(keeper, Backward, [] {});
    torch::Tensor output = keeper(leaf({1, 2}), false);
    QVERIFY(whatOf([&] { output += 1; }).find("modified inplace") != std::string::npos);
    Mix mix;
    watch(mix, Backward, [] {});
    auto [product, sum] = mix(leaf({1}), leaf({2}), leaf({3}));
    QVERIFY(whatOf([&] { sum.mul_(2); }).find("modified inplace") != std::string::npos);
}

void TstBackwardHooks::row17InPlaceModulesThrow()
{
    ReLU relu(torch::nn::ReLUOptions(/*inplace=*/true));
    const torch::Tensor x = leaf({1, 2}) * 1;
    QVERIFY(whatOf([&] { relu(x); }).empty());
    watch(relu, Backward, [] {});
    QVERIFY(whatOf([&] { relu(leaf({1, 2}) * 1); }).find("modified inplace") != std::string::npos);
}

void TstBackwardHooks::row18SecondBackwardFiresAgain()
{
    ReLU relu;
    int calls = 0;
    watch(relu, Backward, [&] { ++calls; });
    const torch::Tensor loss = relu(leaf({1, 2})).sum();
    loss.backward({}, /*retain_graph=*/true);
    loss.backward();
    QCOMPARE(calls, 2);
}

void TstBackwardHooks::row18GradientAroundTheOutputsSkipsTheHook()
{
    Hooked<KeeperImpl> keeper;
    int calls = 0;
    watch(keeper, Backward, [&] { ++calls; });
    const torch::Tensor x = leaf({1, 2});
    const torch::Tensor output = keeper(x, false);
    (keeper.kept * 3).sum().backward();
    QCOMPARE(calls, 0);
    QVERIFY(holds(x.grad(), {3, 3}));
    output.sum().backward();
    QCOMPARE(calls, 1);
}

void TstBackwardHooks::row18PassThatStopsAtTheParametersLeavesNothingBehind()
{
    Linear linear(2, 1);
    int calls = 0;
    watch(linear, Backward, [&] { ++calls; });
    torch::Tensor inside;
    linear.registerForwardHook([&](auto&, const Tensors& x, auto&) { return inside = x[0], kNothing; });
    const torch::Tensor output = linear(leaf({1, 2}));
    (void)torch::autograd::grad({output.sum()}, {linear.weight}, {}, /*retain_graph=*/true);
    QCOMPARE(calls, 0);
    inside.sum().backward({}, /*retain_graph=*/true);  // reaches the input, not by way of the output
    QCOMPARE(calls, 0);
    output.sum().backward();
    QCOMPARE(calls, 1);
}

void TstBackwardHooks::row18DoubleBackwardWorks()
{
    Hooked<SquareImpl> square;
    int calls = 0;
    watch(square, Backward, [&] { ++calls; });
    const torch::Tensor x = leaf({3});
    const auto first = torch::autograd::grad({square(x).sum()}, {x}, {}, true, /*create_graph=*/true);
    QVERIFY(holds(first[0], {6}));
    first[0].sum().backward();
    QVERIFY(holds(x.grad(), {2}));
    QCOMPARE(calls, 1);  // the second gradient comes to the input, and not through the output
}

void TstBackwardHooks::callsOfOneModuleDoNotMix()
{
    ReLU relu;
    std::vector<float> gradients;
    relu.registerFullBackwardHook([&](auto&, const Tensors& g, auto&) {
        gradients.push_back(g[0].item<float>());
        return kNothing;
    });
    (relu(relu(leaf({2})) * 3) * 5).sum().backward();
    QCOMPARE(gradients, (std::vector{5.0F, 15.0F}));
}

void TstBackwardHooks::hookMayRunABackwardOfItsOwn()
{
    ReLU relu;
    const torch::Tensor other = leaf({7});
    watch(relu, Backward, [&] {
        const torch::AutoGradMode on(true);
        (other * other).sum().backward();
    });
    const torch::Tensor x = leaf({2});
    relu(x).sum().backward();
    QVERIFY(holds(other.grad(), {14}));
    QVERIFY(holds(x.grad(), {1}));
}

GLYPHSCOPE_TEST(TstBackwardHooks, Core)
#include "tst_backward_hooks.moc"
