// SPDX-License-Identifier: BSD-3-Clause
#include "tests/model/hooks/hook_testing.h"
#include "tests/support/test_program.h"

#include <stdexcept>

using namespace torch_hooks;
using namespace torch_hooks::test;

namespace {

/// A parameter, a buffer and a child, registered by its own hand.
class Own : public torch::nn::Module, public HookedModule<Own> {
public:
    Own()
        : weight(registerParameter("weight", torch::ones(2)))
        , mean(registerBuffer("mean", torch::zeros(2)))
        , child(registerModule("child", std::make_shared<ReLU>()))
    {
    }
    torch::Tensor forward(const torch::Tensor& x) { return (*child)(x * weight); }

    torch::Tensor weight;
    torch::Tensor mean;
    std::shared_ptr<ReLU> child;
};

struct HolderImpl : torch::nn::Module {
    HolderImpl() { register_module("inner", std::make_shared<torch::nn::ReLUImpl>()); }
    torch::Tensor forward(const torch::Tensor& x) { return x; }
};

const std::optional<torch::Tensor> kSame;

/// Notes every registration for as long as it lives.
struct Journal {
    std::string text;
    ScopedHook parameters{registerGlobalParameterRegistrationHook(
        [this](auto&, const std::string& name, auto&) { return text += "p:" + name + ' ', kSame; })};
    ScopedHook buffers{registerGlobalBufferRegistrationHook(
        [this](auto&, const std::string& name, auto&) { return text += "b:" + name + ' ', kSame; })};
    ScopedHook modules{registerGlobalModuleRegistrationHook([this](auto&, const std::string& name, auto&) {
        text += "m:" + name + ' ';
        return nullptr;
    })};
};

}  // namespace

/// Row 21 of the table in model/hooks/README.md: hooks at registration.
class TstRegistrationHooks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void row21OwnModulesAreSeenAsTheyRegister();
    void row21LibTorchsModulesAreSeenOnceMade();
    void row21SequentialIsSeen();
    void row21ParameterIsReplaced();
    void row21BufferIsReplaced();
    void row21LibTorchsParameterGetsTheData();
    void row21SubmoduleIsReplaced();
    void row21SubmoduleOfAnotherTypeIsRefused();
    void row21LateSubmoduleCannotBeReplaced();
    void row21LaterHooksSeeTheReplacement();
    void row21RemovedHooksSeeNothing();
    void clonesAndCopiesSayNothing();
};

void TstRegistrationHooks::row21OwnModulesAreSeenAsTheyRegister()
{
    const Journal journal;
    const Own own;
    QCOMPARE(journal.text, std::string("p:weight b:mean m:child "));
}

void TstRegistrationHooks::row21LibTorchsModulesAreSeenOnceMade()
{
    const Journal journal;
    const Hooked<torch::nn::BatchNorm1dImpl> norm(2);
    const Hooked<HolderImpl> holder;
    QCOMPARE(journal.text, std::string("p:weight p:bias b:running_mean b:running_var b:num_batches_tracked "
                                       "m:inner "));
}

void TstRegistrationHooks::row21SequentialIsSeen()
{
    const Journal journal;
    const Sequential chain(std::make_shared<ReLU>(), std::make_shared<ReLU>());
    QCOMPARE(journal.text, std::string("m:0 m:1 "));
}

void TstRegistrationHooks::row21ParameterIsReplaced()
{
    const ScopedHook hook(registerGlobalParameterRegistrationHook(
        [](auto&, const std::string& name, const torch::Tensor& value) {
            return name == "weight" ? std::optional(value * 7) : kSame;
        }));
    Own own;
    QVERIFY(holds(own.weight, {7, 7}));
    QVERIFY(own.weight.is_leaf() && own.weight.requires_grad());
    QVERIFY(own.named_parameters()["weight"].is_same(own.weight));
}

void TstRegistrationHooks::row21BufferIsReplaced()
{
    const ScopedHook hook(registerGlobalBufferRegistrationHook(
        [](auto&, auto&, const torch::Tensor& value) { return value + 1; }));
    Own own;
    QVERIFY(holds(own.mean, {1, 1}));
    QVERIFY(!own.named_buffers()["mean"].requires_grad());
}

void TstRegistrationHooks::row21LibTorchsParameterGetsTheData()
{
    const ScopedHook hook(registerGlobalParameterRegistrationHook(
        [](auto&, auto&, const torch::Tensor& value) { return torch::full_like(value, 4); }));
    Linear linear(2, 1);
    QVERIFY(holds(linear.weight, {4, 4}) && holds(linear.bias, {4}));
    QVERIFY(linear.weight.requires_grad());
    QVERIFY(holds(linear(torch::ones({1, 2})), {12}));
}

void TstRegistrationHooks::row21SubmoduleIsReplaced()
{
    const auto replacement = std::make_shared<ReLU>();
    const ScopedHook hook(
        registerGlobalModuleRegistrationHook([&](auto&, auto&, auto&) { return replacement; }));
    const Own own;
    QCOMPARE(own.child, replacement);
    QCOMPARE(own.children()[0], std::static_pointer_cast<torch::nn::Module>(replacement));
}

void TstRegistrationHooks::row21SubmoduleOfAnotherTypeIsRefused()
{
    const ScopedHook hook(registerGlobalModuleRegistrationHook(
        [](auto&, auto&, auto&) { return std::make_shared<torch::nn::TanhImpl>(); }));
    QVERIFY(whatOf([] { const Own own; }).find("cannot replace the submodule child") != std::string::npos);
}

void TstRegistrationHooks::row21LateSubmoduleCannotBeReplaced()
{
    const ScopedHook hook(registerGlobalModuleRegistrationHook(
        [](auto&, auto&, auto&) { return std::make_shared<torch::nn::ReLUImpl>(); }));
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, Hooked<HolderImpl>());
}

void TstRegistrationHooks::row21LaterHooksSeeTheReplacement()
{
    const ScopedHook first(registerGlobalParameterRegistrationHook(
        [](auto&, auto&, const torch::Tensor& value) { return value + 1; }));
    const ScopedHook second(registerGlobalParameterRegistrationHook(
        [](auto&, auto&, const torch::Tensor& value) { return value * 10; }));
    Own own;
    QVERIFY(holds(own.weight, {20, 20}));
}

void TstRegistrationHooks::row21RemovedHooksSeeNothing()
{
    std::string text;
    {
        const Journal journal;
    }
    HookHandle handle = registerGlobalModuleRegistrationHook([&](auto&, auto&, auto&) {
        text += '!';
        return nullptr;
    });
    handle.remove();
    const Own own;
    QVERIFY(text.empty());
}

void TstRegistrationHooks::clonesAndCopiesSayNothing()
{
    const Linear linear(2, 2);
    const Journal journal;
    const auto clone = linear.clone();
    const Linear copy = linear;
    QCOMPARE(journal.text, std::string());
}

GLYPHSCOPE_TEST(TstRegistrationHooks, Core)
#include "tst_registration_hooks.moc"
