// SPDX-License-Identifier: BSD-3-Clause
#include "tests/model/hooks/hook_testing.h"
#include "tests/support/test_program.h"

#include <atomic>
#include <map>
#include <stdexcept>
#include <thread>

using namespace torch_hooks;
using namespace torch_hooks::test;

namespace nn = torch::nn;

namespace {

/// What was seen, the last operation of each path.
struct Seen {
    std::map<std::string, Tensors> inputs;
    std::map<std::string, Tensors> outputs;
    std::vector<std::string> order;

    PlainWatch watch()
    {
        return [this](const PlainOperation& operation) {
            inputs[operation.path] = operation.inputs;
            outputs[operation.path] = operation.outputs;
            order.push_back(operation.path);
        };
    }
};

nn::Sequential convolutions()
{
    return nn::Sequential(nn::Conv2d(nn::Conv2dOptions(1, 3, 3)), nn::BatchNorm2d(3), nn::ReLU(),
                          nn::Flatten(), nn::Linear(108, 2));
}

/// The only module of a chain is watched: what it computes must be what is seen.
template <typename Holder>
void isSeen(Holder holder, const torch::Tensor& x)
{
    for (const bool grad : {false, true}) {
        const torch::AutoGradMode mode(grad);
        nn::Sequential chain(holder);
        chain->eval();
        Seen seen;
        const ScopedHook watch = watchPlain(*chain, seen.watch());
        const torch::Tensor y = chain->forward(x);
        QVERIFY(seen.outputs.count("0") == 1);
        QVERIFY2(torch::equal(seen.outputs["0"].at(0), y), holder->name().c_str());
        QVERIFY2(seen.inputs["0"].at(0).is_same(x), holder->name().c_str());
    }
}

}  // namespace

/// Modules that were not made for hooks, watched from outside.
class TstWatchPlain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void seesEveryKindOfModuleThatHasParameters();
    void seesTheModulesOfANetworkInOrder();
    void seesALinearOfThreeDimensionsToItsEnd();
    void seesRecurrentModulesWithAllTheirOutputs();
    void leavesOutBackwardAndOptimizer();
    void leavesOutWhatIsNoOperationOfTheModule();
    void operationsOfAWatchAreNotWatched();
    void seesParametersThatMoved();
    void seesEveryThreadUntilRemoved();
    void watchesComeAndGoBesideCalls();
    void watchKeepsNothingAlive();
    void operationThatThrowsIsNotReported();
};

void TstWatchPlain::seesEveryKindOfModuleThatHasParameters()
{
    torch::manual_seed(0);
    isSeen(nn::Linear(4, 2), torch::rand({3, 4}));
    isSeen(nn::Linear(nn::LinearOptions(4, 2).bias(false)), torch::rand({3, 4}));
    isSeen(nn::Conv1d(nn::Conv1dOptions(2, 3, 3)), torch::rand({1, 2, 8}));
    isSeen(nn::Conv2d(nn::Conv2dOptions(2, 3, 3).bias(false)), torch::rand({1, 2, 8, 8}));
    isSeen(nn::Conv2d(nn::Conv2dOptions(2, 4, 3).groups(2).padding(torch::kSame)), torch::rand({1, 2, 8, 8}));
    isSeen(nn::Conv3d(nn::Conv3dOptions(1, 2, 3)), torch::rand({1, 1, 4, 4, 4}));
    isSeen(nn::ConvTranspose2d(nn::ConvTranspose2dOptions(2, 3, 3)), torch::rand({1, 2, 5, 5}));
    isSeen(nn::BatchNorm1d(4), torch::rand({3, 4}));
    isSeen(nn::BatchNorm2d(nn::BatchNorm2dOptions(2).affine(false)), torch::rand({3, 2, 4, 4}));
    isSeen(nn::LayerNorm(nn::LayerNormOptions({4})), torch::rand({3, 4}));
    isSeen(nn::GroupNorm(nn::GroupNormOptions(2, 4)), torch::rand({3, 4, 2}));
    isSeen(nn::InstanceNorm2d(nn::InstanceNorm2dOptions(2).affine(true)), torch::rand({3, 2, 4, 4}));
    isSeen(nn::PReLU(), torch::randn({3, 4}));
    isSeen(nn::Embedding(9, 4), torch::arange(5));
}

void TstWatchPlain::seesTheModulesOfANetworkInOrder()
{
    for (const bool training : {false, true}) {
        auto net = convolutions();
        net->train(training);
        Seen seen;
        ScopedHook watch = watchPlain(*net, seen.watch());
        const torch::Tensor y = net->forward(torch::rand({2, 1, 8, 8}));
        QVERIFY(seen.order == (std::vector<std::string>{"0", "1", "4"}));
        QVERIFY(seen.inputs["1"].at(0).is_same(seen.outputs["0"].at(0)));
        QVERIFY(torch::equal(seen.outputs["4"].at(0), y));
    }
}

void TstWatchPlain::seesALinearOfThreeDimensionsToItsEnd()
{
    nn::Sequential net(nn::Linear(4, 2));
    Seen seen;
    const ScopedHook watch = watchPlain(*net, seen.watch());
    const torch::Tensor y = net->forward(torch::rand({2, 3, 4}));
    QVERIFY(torch::equal(seen.outputs["0"].at(0), y));
}

void TstWatchPlain::seesRecurrentModulesWithAllTheirOutputs()
{
    nn::LSTM lstm(3, 4);
    Seen seen;
    const ScopedHook watch = watchPlain(*lstm, seen.watch());
    const auto [output, state] = lstm->forward(torch::rand({5, 2, 3}));
    QCOMPARE(seen.order.size(), 1U);
    QCOMPARE(seen.outputs[""].size(), 3U);
    QVERIFY(torch::equal(seen.outputs[""][0], output));
    QVERIFY(torch::equal(seen.outputs[""][2], std::get<1>(state)));
}

void TstWatchPlain::leavesOutBackwardAndOptimizer()
{
    auto net = convolutions();
    const std::vector<torch::Tensor> parameters = net->parameters();
    torch::optim::SGD sgd(parameters, torch::optim::SGDOptions(0.1).momentum(0.9).weight_decay(0.01));
    torch::optim::Adam adam(parameters, torch::optim::AdamOptions(0.1).weight_decay(0.01));
    Seen seen;
    const ScopedHook watch = watchPlain(*net, seen.watch());
    const torch::Tensor y = net->forward(torch::rand({2, 1, 8, 8}));
    seen.order.clear();
    y.sum().backward();
    sgd.step();
    adam.step();
    nn::utils::clip_grad_norm_(parameters, 1);
    QCOMPARE(seen.order.size(), 0U);
}

void TstWatchPlain::leavesOutWhatIsNoOperationOfTheModule()
{
    auto net = convolutions();
    Seen seen;
    const ScopedHook watch = watchPlain(*net, seen.watch());
    const torch::NoGradGuard noGrad;
    for (torch::Tensor& parameter : net->parameters()) {
        (void)parameter.pow(2).sum();
        parameter.copy_(torch::zeros_like(parameter));
        parameter.add_(torch::ones_like(parameter));
    }
    for (const torch::Tensor& parameter : net->parameters())
        torch::empty_like(parameter).copy_(parameter);
    net->to(torch::kDouble);
    (void)torch::rand(3).relu();
    QCOMPARE(seen.order.size(), 0U);
}

void TstWatchPlain::operationsOfAWatchAreNotWatched()
{
    nn::Sequential net(nn::Linear(4, 2));
    int calls = 0;
    const ScopedHook watch = watchPlain(*net, [&](const PlainOperation& operation) {
        ++calls;
        (void)operation.module.as<nn::Linear>()->forward(operation.inputs[0]);
    });
    net->forward(torch::rand({3, 4}));
    QCOMPARE(calls, 1);
}

void TstWatchPlain::seesParametersThatMoved()
{
    nn::Sequential net(nn::Linear(nn::LinearOptions(4, 2).bias(false)));
    Seen seen;
    const ScopedHook watch = watchPlain(*net, seen.watch());
    net->to(torch::kDouble);
    net->forward(torch::rand({3, 4}, torch::kDouble));
    QCOMPARE(seen.order.size(), 1U);
}

void TstWatchPlain::seesEveryThreadUntilRemoved()
{
    nn::Sequential net(nn::Linear(4, 2));
    Seen first;
    Seen second;
    HookHandle handle = watchPlain(*net, first.watch());
    const ScopedHook other = watchPlain(*net, second.watch());
    const auto call = [&net] { net->forward(torch::rand({3, 4})); };
    std::thread(call).join();
    std::thread([&handle] { handle.remove(); }).join();
    call();
    QCOMPARE(first.order.size(), 1U);
    QCOMPARE(second.order.size(), 2U);
}

void TstWatchPlain::watchesComeAndGoBesideCalls()
{
    nn::Sequential net(nn::Linear(4, 2));
    std::atomic<bool> isOver = false;
    std::atomic<int> seen = 0;
    std::thread caller([&] {
        while (!isOver)
            net->forward(torch::rand({3, 4}));
    });
    for (int i = 0; i < 500 || seen == 0; ++i)
        const ScopedHook watch = watchPlain(*net, [&seen](const PlainOperation&) { ++seen; });
    isOver = true;
    caller.join();
    const int before = seen;
    net->forward(torch::rand({3, 4}));
    QCOMPARE(seen.load(), before);
}

void TstWatchPlain::watchKeepsNothingAlive()
{
    nn::Sequential net(nn::Linear(4, 2));
    const std::weak_ptr<nn::Module> module = net.ptr();
    const torch::Tensor weight = net->parameters()[0];
    Seen seen;
    const ScopedHook watch = watchPlain(*net, seen.watch());
    net = nullptr;
    QVERIFY(module.expired());
    (void)torch::rand({3, 4}).matmul(weight.t());
    QCOMPARE(seen.order.size(), 0U);
}

void TstWatchPlain::operationThatThrowsIsNotReported()
{
    nn::Sequential net(nn::Conv2d(nn::Conv2dOptions(1, 3, 3)));
    Seen seen;
    const ScopedHook watch = watchPlain(*net, seen.watch());
    QVERIFY(!whatOf([&] { net->forward(torch::rand({1, 2, 8, 8})); }).empty());
    QCOMPARE(seen.order.size(), 0U);
    net->forward(torch::rand({1, 1, 8, 8}));
    QCOMPARE(seen.order.size(), 1U);
}

GLYPHSCOPE_TEST(TstWatchPlain, Core)
#include "tst_watch_plain.moc"
