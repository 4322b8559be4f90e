// SPDX-License-Identifier: BSD-3-Clause
#include "tests/model/hooks/hook_testing.h"
#include "tests/support/test_program.h"

#include <stdexcept>

using namespace torch_hooks;
using namespace torch_hooks::test;

namespace {

std::shared_ptr<Sequential> makeChain()
{
    return std::make_shared<Sequential>(std::make_shared<Linear>(2, 3), std::make_shared<ReLU>());
}

/// A cloneable parent with a chain in it.
struct ParentImpl : torch::nn::Cloneable<ParentImpl> {
    ParentImpl() { reset(); }
    void reset() override { chain = register_module("chain", makeChain()); }
    torch::Tensor forward(const torch::Tensor& x) { return (*chain)(x); }
    std::shared_ptr<Sequential> chain;
};

struct TwinImpl : torch::nn::Module {
    std::tuple<torch::Tensor, torch::Tensor> forward(const torch::Tensor& x) { return {x, x * 2}; }
};
struct AddImpl : torch::nn::Module {
    torch::Tensor forward(const torch::Tensor& a, const torch::Tensor& b) { return a + b; }
};

}  // namespace

class TstSequential : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isNamedAsInPyTorch();
    void equalsLibTorchsSequential();
    void callsItsChildrenThroughTheirHooks_data() { everyKind(); }
    void callsItsChildrenThroughTheirHooks();
    void childsReplacementGoesToTheNext();
    void passesSeveralTensorsOn();
    void refusesModulesWithoutHooks();
    void refusesSeveralResultsAtTheEnd();
    void nests();
    void cloneKeepsHooks();
    void cloneInsideAParentKeepsHooks();
    void cloneKeepsAChildThatIsInItTwiceOne();
};

void TstSequential::isNamedAsInPyTorch()
{
    Sequential chain(std::make_shared<Linear>(2, 3));
    chain.push_back("last", std::make_shared<Linear>(3, 1));
    QStringList names;
    for (const auto& item : chain.named_parameters())
        names << QString::fromStdString(item.key());
    QCOMPARE(names.join(u' '), QStringLiteral("0.weight 0.bias last.weight last.bias"));
    QCOMPARE(chain.size(), 2U);
}

void TstSequential::equalsLibTorchsSequential()
{
    torch::manual_seed(1);
    const auto ours = makeChain();
    torch::manual_seed(1);
    torch::nn::Sequential theirs(torch::nn::Linear(2, 3), torch::nn::ReLU());
    const torch::Tensor x = torch::rand({4, 2});
    QVERIFY(torch::equal((*ours)(x), theirs->forward(x)));
}

void TstSequential::callsItsChildrenThroughTheirHooks()
{
    QFETCH(int, kind);
    const auto chain = makeChain();
    std::string order;
    watch(*chain, kind, [&] { order += 's'; });
    watch(*hookPointOf(*chain->children()[0]), kind, [&] { order += '0'; });
    watch(*hookPointOf(*chain->children()[1]), kind, [&] { order += '1'; });
    (*chain)(torch::ones({1, 2}, torch::requires_grad())).sum().backward();
    const std::array<std::string, 4> expected{"s01", "01s", "s10", "10s"};
    QCOMPARE(order, expected.at(static_cast<std::size_t>(kind)));
}

void TstSequential::childsReplacementGoesToTheNext()
{
    const auto chain = makeChain();
    hookPointOf(*chain->children()[0])->registerForwardHook([](auto&, auto&, const Tensors& y) {
        return Tensors{torch::full_like(y[0], -1)};
    });
    hookPointOf(*chain->children()[1])->registerForwardPreHook([](auto&, const Tensors& x) {
        return Tensors{x[0] + 3};
    });
    QVERIFY(holds((*chain)(torch::ones({1, 2})), {2, 2, 2}));
}

void TstSequential::passesSeveralTensorsOn()
{
    Sequential chain(std::make_shared<Hooked<TwinImpl>>(), std::make_shared<Hooked<AddImpl>>());
    QVERIFY(holds(chain(torch::ones(1)), {3}));
}

void TstSequential::refusesModulesWithoutHooks()
{
    Sequential chain;
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, chain.push_back(std::make_shared<torch::nn::ReLUImpl>()));
    QCOMPARE(chain.size(), 0U);
}

void TstSequential::refusesSeveralResultsAtTheEnd()
{
    Sequential chain(std::make_shared<Hooked<TwinImpl>>());
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, (void)chain(torch::ones(1)));
}

void TstSequential::nests()
{
    Sequential outer(makeChain(), std::make_shared<Linear>(3, 1));
    int calls = 0;
    const ScopedHook count = watchAll(Forward, [&] { ++calls; });
    (void)outer(torch::ones({1, 2}));
    QCOMPARE(calls, 5);
}

void TstSequential::cloneKeepsHooks()
{
    const auto chain = makeChain();
    std::string order;
    watch(*chain, Forward, [&] { order += 's'; });
    watch(*hookPointOf(*chain->children()[0]), Forward, [&] { order += '0'; });
    chain->eval();
    const auto clone = std::dynamic_pointer_cast<Sequential>(chain->clone());
    const torch::Tensor x = torch::ones({1, 2});
    const torch::Tensor result = (*clone)(x);
    QCOMPARE(order, std::string("0s"));
    QVERIFY(!clone->is_training());
    QVERIFY(torch::equal(result, chain->forward(x)));
    QVERIFY(!clone->parameters()[0].is_same(chain->parameters()[0]));
}

void TstSequential::cloneInsideAParentKeepsHooks()
{
    Hooked<ParentImpl> parent;
    std::string order;
    watch(*parent.chain, Forward, [&] { order += 's'; });
    watch(*hookPointOf(*parent.chain->children()[0]), Forward, [&] { order += '0'; });
    const auto clone = std::dynamic_pointer_cast<Hooked<ParentImpl>>(parent.clone());
    QVERIFY(clone->chain.get() != parent.chain.get());
    (void)(*clone)(torch::ones({1, 2}));
    QCOMPARE(order, std::string("0s"));
}

void TstSequential::cloneKeepsAChildThatIsInItTwiceOne()
{
    const auto twice = std::make_shared<Linear>(2, 2);
    Sequential chain(twice, std::make_shared<ReLU>(), twice);
    const auto clone = std::dynamic_pointer_cast<Sequential>(chain.clone());
    QCOMPARE(clone->size(), 3U);
    QVERIFY(clone->children()[0] == clone->children()[2]);
    QVERIFY(clone->children()[0] != chain.children()[0]);
}

GLYPHSCOPE_TEST(TstSequential, Core)
#include "tst_sequential.moc"
