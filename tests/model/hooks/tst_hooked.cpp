// SPDX-License-Identifier: BSD-3-Clause
#include "tests/model/hooks/hook_testing.h"
#include "tests/support/test_program.h"

#include <stdexcept>

using namespace torch_hooks;
using namespace torch_hooks::test;

namespace {

/// Any number of tensors in, a vector out.
struct SplitImpl : torch::nn::Module {
    Tensors forward(const torch::Tensor& x, int parts) { return x.chunk(parts); }
};

/// Changes its argument, as a forward with a plain reference may.
struct RefImpl : torch::nn::Module {
    torch::Tensor forward(torch::Tensor& x) { return x + 1; }
};

/// Cloneable, with hooked children.
struct PairImpl : torch::nn::Cloneable<PairImpl> {
    PairImpl() { reset(); }
    void reset() override
    {
        first = register_module("first", std::make_shared<Linear>(2, 2));
        second = register_module("second", std::make_shared<ReLU>());
        scale = register_buffer("scale", torch::ones(1));
    }
    torch::Tensor forward(const torch::Tensor& x) { return (*second)((*first)(x)) * scale; }
    std::shared_ptr<Linear> first;
    std::shared_ptr<ReLU> second;
    torch::Tensor scale;
};

/// Hooks of its own, without being wrapped.
class OwnPair : public torch::nn::Cloneable<OwnPair>, public HookedModule<OwnPair> {
public:
    OwnPair() { reset(); }
    void reset() override { child = registerModule("child", std::make_shared<Linear>(2, 2)); }
    torch::Tensor forward(const torch::Tensor& x) { return (*child)(x); }
    std::shared_ptr<Linear> child;
};

/// Cannot be copied, so it cannot be cloned; it can be called.
struct UniqueImpl : torch::nn::Module {
    torch::Tensor forward(const torch::Tensor& x) { return x * *factor; }
    std::unique_ptr<int> factor = std::make_unique<int>(3);
};

}  // namespace

/// Calls of every shape, and rows 19 and 20 of the table in model/hooks/README.md: what a module with hooks
/// is to LibTorch.
class TstHooked : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesAndGivesAnyTensors();
    void passesArgumentsThatAreNoTensors();
    void givesNestedTuples();
    void bindsPlainReferences();
    void wrapsEveryKindOfNorm();
    void callsByTypeErasure();
    void callsSomethingElseInItsPlace();
    void refusesAWrongNumberOfTensors();
    void row19WithoutHooksTheResultIsForwards();
    void row20HooksAreNotInTheStateDict();
    void row20HookDoesNotKeepItsModuleAlive();
    void row20GraphDoesNotKeepTheModuleAlive();
    void row20DeadModulePassesGradientsUnchanged();
    void row20ModuleOnTheStackMayDieBeforeBackward();
    void row20MovedModuleKeepsItsHandles();
    void row20CaptureInTheModuleIsNoCycle();
    void row20CloneKeepsHooks_data() { everyKind(); }
    void row20CloneKeepsHooks();
    void row20CloneHasHooksOfItsOwn();
    void row20CloneIsADeepCopy();
    void row20CloneOfAnOwnModuleNeedsCopyHooks();
    void row20WhatCannotBeClonedSaysSo();
};

void TstHooked::takesAndGivesAnyTensors()
{
    Hooked<SplitImpl> split;
    split.registerForwardHook([](auto&, auto&, const Tensors& y) { return Tensors{y[2], y[1], y[0]}; });
    const Tensors parts = split(torch::arange(3.0F), 3);
    QCOMPARE(parts.size(), 3U);
    QVERIFY(holds(parts[0], {2}) && holds(parts[2], {0}));
}

void TstHooked::passesArgumentsThatAreNoTensors()
{
    Hooked<torch::nn::MultiheadAttentionImpl> attention(4, 2);
    const torch::Tensor x = torch::rand({3, 1, 4});
    const auto plain = attention(x, x, x, torch::Tensor(), false);
    Tensors seen;
    attention.registerForwardHook([&](auto&, const Tensors& in, auto&) { return seen = in, kNothing; });
    const auto hooked = attention(x, x, x, torch::Tensor(), false);
    QVERIFY(torch::equal(std::get<0>(plain), std::get<0>(hooked)));
    QVERIFY(!std::get<1>(hooked).defined());
    QCOMPARE(seen.size(), 5U);
    QVERIFY(seen[2].is_same(x) && !seen[3].defined() && !seen[4].defined());
}

void TstHooked::givesNestedTuples()
{
    Hooked<torch::nn::LSTMImpl> lstm(2, 3);
    lstm.registerForwardHook([](auto&, auto&, const Tensors& y) {
        return Tensors{y[0] * 0, y[1], y[2] + 1};
    });
    const torch::Tensor x = torch::rand({4, 1, 2});
    const auto [output, state] = lstm(x);
    const auto plain = lstm.forward(x);
    QCOMPARE(output.abs().sum().item<float>(), 0.0F);
    QVERIFY(torch::equal(std::get<0>(state), std::get<0>(std::get<1>(plain))));
    QVERIFY(torch::equal(std::get<1>(state), std::get<1>(std::get<1>(plain)) + 1));
}

void TstHooked::bindsPlainReferences()
{
    Hooked<RefImpl> module;
    torch::Tensor x = torch::ones(1);
    QVERIFY(holds(module(x), {2}));
    module.registerForwardPreHook([](auto&, const Tensors& in) { return Tensors{in[0] * 5}; });
    QVERIFY(holds(module(x), {6}));
}

void TstHooked::wrapsEveryKindOfNorm()
{
    Hooked<torch::nn::BatchNorm2dImpl> batch(3);
    Hooked<torch::nn::InstanceNorm2dImpl> instance(3);
    int calls = 0;
    const ScopedHook count = watchAll(Forward, [&] { ++calls; });
    (void)instance(batch(torch::rand({2, 3, 4, 4})));
    QCOMPARE(calls, 2);
}

void TstHooked::callsByTypeErasure()
{
    Mix mix;
    int calls = 0;
    watch(mix, Forward, [&] { ++calls; });
    HookPoint& point = *hookPointOf(mix);
    const Tensors results = point.call({torch::ones(1), torch::full(1, 2.0F), torch::full(1, 3.0F)});
    QVERIFY(holds(results[0], {2}) && holds(results[1], {4}));
    QCOMPARE(calls, 1);
    torch::nn::ReLUImpl plain;
    QVERIFY(hookPointOf(plain) == nullptr);
}

void TstHooked::callsSomethingElseInItsPlace()
{
    const auto doubling = [](Tensors& inputs) { return Tensors{inputs[0] * 2}; };
    Hooked<torch::nn::ReLUImpl> relu;
    std::string order;
    watch(relu, ForwardPre, [&] { order += "pre "; });
    watch(relu, Forward, [&] { order += "forward "; });
    watch(relu, BackwardPre, [&] { order += "backward pre "; });
    watch(relu, Backward, [&] { order += "backward"; });
    const torch::Tensor x = torch::full(1, -1.0F).requires_grad_();
    const Tensors results = callInPlaceOf(relu, {x}, doubling);
    QVERIFY(holds(results[0], {-2}));
    results[0].backward();
    QVERIFY(holds(x.grad(), {2}));
    QCOMPARE(order, std::string("pre forward backward pre backward"));
    torch::nn::ReLUImpl plain;
    QVERIFY(holds(callInPlaceOf(plain, {x}, doubling)[0], {-2}));
}

void TstHooked::refusesAWrongNumberOfTensors()
{
    Mix mix;
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, (void)mix.call({torch::ones(1)}));
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, (void)mix.call(Tensors(9, torch::ones(1))));
}

void TstHooked::row19WithoutHooksTheResultIsForwards()
{
    Linear linear(2, 2);
    const torch::Tensor x = torch::rand({1, 2});
    QVERIFY(torch::equal(linear(x), linear.forward(x)));
    HookHandle handle = watch(linear, Forward, [] {});
    QVERIFY(!linear.callHooks().empty());
    handle.remove();
    QVERIFY(linear.callHooks().empty());
}

void TstHooked::row20HooksAreNotInTheStateDict()
{
    Hooked<PairImpl> pair;
    const auto before = stateDict(pair);
    for (const int kind : {ForwardPre, Forward, BackwardPre, Backward})
        watch(pair, kind, [] {});
    QCOMPARE(stateDict(pair).size(), before.size());
    QCOMPARE(pair.named_parameters().size(), 2U);
    std::stringstream with;
    torch::save(std::make_shared<Hooked<PairImpl>>(pair), with);
    auto plain = std::make_shared<PairImpl>();
    torch::load(plain, with);
    QVERIFY(torch::equal(plain->first->weight, pair.first->weight));
}

void TstHooked::row20HookDoesNotKeepItsModuleAlive()
{
    auto linear = std::make_shared<Linear>(2, 2);
    const std::weak_ptr<Linear> watcher = linear;
    HookHandle handle;
    for (const int kind : {ForwardPre, Forward, BackwardPre, Backward})
        handle = watch(*linear, kind, [] {});
    (*linear)(torch::ones({1, 2})).sum().backward();
    linear.reset();
    QVERIFY(watcher.expired());
    handle.remove();
}

void TstHooked::row20GraphDoesNotKeepTheModuleAlive()
{
    auto linear = std::make_shared<Linear>(2, 2);
    const std::weak_ptr<Linear> watcher = linear;
    watch(*linear, Backward, [] {});
    const torch::Tensor output = (*linear)(torch::ones({1, 2}, torch::requires_grad()));
    linear.reset();
    QVERIFY(watcher.expired());
}

void TstHooked::row20DeadModulePassesGradientsUnchanged()
{
    auto linear = std::make_shared<Linear>(2, 1);
    int calls = 0;
    watch(*linear, Backward, [&] { ++calls; });
    watch(*linear, BackwardPre, [&] { ++calls; });
    const torch::Tensor x = torch::ones({1, 2}, torch::requires_grad());
    const torch::Tensor weight = linear->weight;
    const torch::Tensor output = (*linear)(x);
    linear.reset();
    output.sum().backward();
    QCOMPARE(calls, 0);
    QVERIFY(torch::equal(x.grad(), weight.detach()));
}

void TstHooked::row20ModuleOnTheStackMayDieBeforeBackward()
{
    int calls = 0;
    torch::Tensor output;
    {
        ReLU relu;
        watch(relu, Backward, [&] { ++calls; });
        output = relu(leaf({1}));
    }
    output.sum().backward();
    QCOMPARE(calls, 0);
}

void TstHooked::row20MovedModuleKeepsItsHandles()
{
    int calls = 0;
    ReLU relu;
    HookHandle handle = watch(relu, Forward, [&] { ++calls; });
    ReLU moved = std::move(relu);
    (void)moved(torch::ones(1));
    QCOMPARE(calls, 1);
    handle.remove();
    (void)moved(torch::ones(1));
    QCOMPARE(calls, 1);
}

void TstHooked::row20CaptureInTheModuleIsNoCycle()
{
    struct KeeperImpl : torch::nn::LinearImpl {
        KeeperImpl() : LinearImpl(2, 2) {}
        Tensors captures;
    };
    auto module = std::make_shared<Hooked<KeeperImpl>>();
    const std::weak_ptr<torch::nn::Module> watcher = module;
    module->registerForwardHook([](torch::nn::Module& self, auto&, const Tensors& y) {
        dynamic_cast<KeeperImpl&>(self).captures.push_back(y[0]);
        return kNothing;
    });
    watch(*module, Backward, [] {});
    const torch::Tensor x = torch::ones({1, 2}, torch::requires_grad());
    (void)torch::autograd::grad({(*module)((*module)(x)).pow(3).sum()}, {x}, {}, true, /*create_graph=*/true);
    module.reset();
    QVERIFY(watcher.expired());
}

void TstHooked::row20CloneKeepsHooks()
{
    QFETCH(int, kind);
    Hooked<PairImpl> pair;
    std::string order;
    watch(pair, kind, [&] { order += 'p'; });
    watch(*pair.first, kind, [&] { order += 'f'; });
    watch(*pair.second, kind, [&] { order += 's'; });
    const auto clone = std::dynamic_pointer_cast<Hooked<PairImpl>>(pair.clone());
    QVERIFY(clone != nullptr);
    (*clone)(torch::ones({1, 2}, torch::requires_grad())).sum().backward();
    const std::array<std::string, 4> expected{"pfs", "fsp", "psf", "sfp"};
    QCOMPARE(order, expected.at(static_cast<std::size_t>(kind)));
}

void TstHooked::row20CloneHasHooksOfItsOwn()
{
    Linear linear(2, 2);
    int calls = 0;
    HookHandle handle = watch(linear, Forward, [&] { ++calls; });
    const auto clone = std::dynamic_pointer_cast<Linear>(linear.clone());
    handle.remove();
    watch(linear, ForwardPre, [&] { calls += 100; });
    (void)(*clone)(torch::ones({1, 2}));
    QCOMPARE(calls, 1);
}

void TstHooked::row20CloneIsADeepCopy()
{
    Hooked<PairImpl> pair;
    const auto clone = std::dynamic_pointer_cast<Hooked<PairImpl>>(pair.clone());
    const torch::Tensor before = pair.first->weight.detach().clone();
    QVERIFY(torch::equal(clone->first->weight, before));
    {
        const torch::NoGradGuard noGrad;
        clone->first->weight.zero_();
        clone->scale.zero_();
    }
    QVERIFY(torch::equal(pair.first->weight, before));
    QVERIFY(holds(pair.scale, {1}));
    QCOMPARE((*clone)(torch::ones({1, 2})).abs().sum().item<float>(), 0.0F);
    QCOMPARE(clone->named_parameters().size(), 2U);
    QVERIFY(clone->named_parameters()["first.weight"].is_same(clone->first->weight));
}

void TstHooked::row20CloneOfAnOwnModuleNeedsCopyHooks()
{
    OwnPair pair;
    std::string order;
    watch(pair, Forward, [&] { order += 'p'; });
    watch(*pair.child, Forward, [&] { order += 'c'; });
    const auto clone = std::dynamic_pointer_cast<OwnPair>(pair.clone());
    (void)(*clone)(torch::ones({1, 2}));
    QCOMPARE(order, std::string("p"));  // Cloneable made the child anew
    copyHooks(pair, *clone);
    (void)(*clone)(torch::ones({1, 2}));
    QCOMPARE(order, std::string("pcp"));
}

void TstHooked::row20WhatCannotBeClonedSaysSo()
{
    Hooked<UniqueImpl> module;
    QVERIFY(holds(module(torch::ones(1)), {3}));
    QVERIFY(!whatOf([&] { (void)module.clone(); }).empty());
}

GLYPHSCOPE_TEST(TstHooked, Core)
#include "tst_hooked.moc"
