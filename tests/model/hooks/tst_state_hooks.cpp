// SPDX-License-Identifier: BSD-3-Clause
#include "tests/model/hooks/hook_testing.h"
#include "tests/support/test_program.h"

#include <stdexcept>

using namespace torch_hooks;
using namespace torch_hooks::test;

namespace {

/// "0.weight", "0.bias", "1.weight", "1.bias".
std::shared_ptr<Sequential> makeStateChain()
{
    return std::make_shared<Sequential>(std::make_shared<Linear>(2, 3), std::make_shared<Linear>(3, 1));
}

HookPoint& child(Sequential& chain, std::size_t index)
{
    return *hookPointOf(*chain.children()[index]);
}

bool contains(const std::string& text, const char* part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

/// Row 21 of the table in model/hooks/README.md: hooks around the state dict.
class TstStateHooks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stateDictHasParametersAndBuffers();
    void row21StateDictHooksSeeAndChangeIt();
    void roundTrips();
    void row21PreHooksRunDownAndPostHooksUp();
    void row21PreHookMayRenameKeys();
    void row21PreHookLeavesTheCallersDictAlone();
    void row21PostHookSeesLoadedTensors();
    void row21PostHookMayForgiveKeys();
    void reportsAllThatDoesNotFit();
    void notStrictReturnsWhatDoesNotFit();
    void mismatchIsAnErrorEvenIfNotStrict();
    void failureLeavesTheTensorsAsTheyWere();
    void row21ThrowingHookLeavesTheTensorsAsTheyWere();
    void plainModulesLoadToo();
};

void TstStateHooks::stateDictHasParametersAndBuffers()
{
    Hooked<torch::nn::BatchNorm1dImpl> norm(2);
    const StateDict dict = stateDict(norm);
    QCOMPARE(dict.size(), 5U);
    QVERIFY(dict.contains("running_mean") && dict.contains("num_batches_tracked"));
    QVERIFY(!dict.at("weight").requires_grad());
    QCOMPARE(dict.at("weight").data_ptr(), norm.weight.data_ptr());
}

void TstStateHooks::row21StateDictHooksSeeAndChangeIt()
{
    const auto chain = makeStateChain();
    std::string order;
    child(*chain, 1).registerStateDictPreHook([&](auto&, const std::string& prefix) { order += prefix; });
    child(*chain, 0).registerStateDictHook([&](auto&, StateDict& dict, const std::string& prefix) {
        order += prefix;
        dict[prefix + "extra"] = torch::ones(1);
        dict.erase(prefix + "bias");
    });
    chain->registerStateDictHook([&](auto&, const StateDict& dict, const std::string& prefix) {
        order += '|' + prefix + std::to_string(dict.size());
    });
    const StateDict dict = stateDict(*chain);
    QCOMPARE(order, std::string("0.1.|4"));
    QVERIFY(dict.contains("0.extra") && !dict.contains("0.bias"));
}

void TstStateHooks::roundTrips()
{
    const auto chain = makeStateChain();
    const auto other = makeStateChain();
    const IncompatibleKeys keys = loadStateDict(*other, stateDict(*chain));
    QVERIFY(keys.missing.empty() && keys.unexpected.empty());
    const torch::Tensor x = torch::rand({1, 2});
    QVERIFY(torch::equal((*chain)(x), (*other)(x)));
    QVERIFY(other->parameters()[0].requires_grad() && other->parameters()[0].is_leaf());
}

void TstStateHooks::row21PreHooksRunDownAndPostHooksUp()
{
    const auto chain = makeStateChain();
    std::string order;
    const auto note = [&order](HookPoint& point, const std::string& name) {
        point.registerLoadStateDictPreHook([&order, name](auto&, StateDict& dict, const std::string& prefix) {
            order += "<" + name + prefix + std::to_string(dict.size());
        });
        point.registerLoadStateDictPostHook([&order, name](auto&, auto&) { order += ">" + name; });
    };
    note(*chain, "c");
    note(child(*chain, 0), "a");
    note(child(*chain, 1), "b");
    loadStateDict(*chain, stateDict(*chain));
    QCOMPARE(order, std::string("<c4<a0.2>a<b1.2>b>c"));
}

void TstStateHooks::row21PreHookMayRenameKeys()
{
    const auto chain = makeStateChain();
    StateDict old = stateDict(*makeStateChain());
    old["0.w"] = old.extract("0.weight").mapped();
    child(*chain, 0).registerLoadStateDictPreHook([](auto&, StateDict& dict, const std::string& prefix) {
        dict[prefix + "weight"] = dict.extract(prefix + "w").mapped();
    });
    // The parent looks before the child's hook runs: it knows "0" and lets everything below pass
    loadStateDict(*chain, old);
    QVERIFY(torch::equal(chain->parameters()[0], old["0.w"]));
}

void TstStateHooks::row21PreHookLeavesTheCallersDictAlone()
{
    const auto chain = makeStateChain();
    const StateDict dict = stateDict(*makeStateChain());
    chain->registerLoadStateDictPreHook([](auto&, StateDict& copy, auto&) { copy.clear(); });
    const IncompatibleKeys keys = loadStateDict(*chain, dict, /*strict=*/false);
    QCOMPARE(keys.missing.size(), 4U);
    QCOMPARE(dict.size(), 4U);
}

void TstStateHooks::row21PostHookSeesLoadedTensors()
{
    const auto chain = makeStateChain();
    const StateDict dict = stateDict(*makeStateChain());
    bool isLoaded = false;
    chain->registerLoadStateDictPostHook([&](torch::nn::Module& module, auto&) {
        isLoaded = torch::equal(module.parameters()[0], dict.at("0.weight"));
    });
    loadStateDict(*chain, dict);
    QVERIFY(isLoaded);
}

void TstStateHooks::row21PostHookMayForgiveKeys()
{
    const auto chain = makeStateChain();
    StateDict dict = stateDict(*chain);
    dict.erase("1.bias");
    dict["stray"] = torch::ones(1);
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, loadStateDict(*chain, dict));
    chain->registerLoadStateDictPostHook([](auto&, IncompatibleKeys& keys) {
        keys.missing.clear();
        keys.unexpected.clear();
    });
    const IncompatibleKeys keys = loadStateDict(*chain, dict);
    QVERIFY(keys.missing.empty() && keys.unexpected.empty());
}

void TstStateHooks::reportsAllThatDoesNotFit()
{
    const auto chain = makeStateChain();
    StateDict dict = stateDict(*chain);
    dict.erase("1.bias");
    dict.erase("0.bias");
    dict["0.offset"] = torch::ones(1);
    dict["stray.deep"] = torch::ones(1);
    dict["0.weight"] = torch::ones({2, 3});
    const std::string message = whatOf([&] { loadStateDict(*chain, dict); });
    QVERIFY2(contains(message, "Missing key(s) in state dict: \"0.bias\", \"1.bias\"."), message.c_str());
    QVERIFY2(contains(message, "Unexpected key(s) in state dict: \"stray.deep\", \"0.offset\"."),
             message.c_str());
    QVERIFY2(contains(message, "size mismatch for 0.weight: [2, 3] in the state dict, [3, 2] in the module."),
             message.c_str());
}

void TstStateHooks::notStrictReturnsWhatDoesNotFit()
{
    const auto chain = makeStateChain();
    StateDict dict = stateDict(*makeStateChain());
    dict.erase("0.bias");
    dict["stray"] = torch::ones(1);
    const IncompatibleKeys keys = loadStateDict(*chain, dict, /*strict=*/false);
    QCOMPARE(keys.missing, std::vector<std::string>{"0.bias"});
    QCOMPARE(keys.unexpected, std::vector<std::string>{"stray"});
    QVERIFY(torch::equal(chain->parameters()[0], dict["0.weight"]));
}

void TstStateHooks::mismatchIsAnErrorEvenIfNotStrict()
{
    const auto chain = makeStateChain();
    StateDict dict = stateDict(*chain);
    dict["0.bias"] = torch::ones(5);
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, loadStateDict(*chain, dict, /*strict=*/false));
}

void TstStateHooks::failureLeavesTheTensorsAsTheyWere()
{
    const auto chain = makeStateChain();
    const torch::Tensor before = chain->parameters()[0].detach().clone();
    StateDict dict = stateDict(*makeStateChain());
    dict.erase("1.bias");
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, loadStateDict(*chain, dict));
    QVERIFY(torch::equal(chain->parameters()[0], before));
}

void TstStateHooks::row21ThrowingHookLeavesTheTensorsAsTheyWere()
{
    const auto chain = makeStateChain();
    const torch::Tensor before = chain->parameters()[0].detach().clone();
    chain->registerLoadStateDictPostHook([](auto&, auto&) { throw std::logic_error("no"); });
    QCOMPARE(whatOf([&] { loadStateDict(*chain, stateDict(*makeStateChain())); }), std::string("no"));
    QVERIFY(torch::equal(chain->parameters()[0], before));
}

void TstStateHooks::plainModulesLoadToo()
{
    torch::nn::Sequential theirs(torch::nn::Linear(2, 3), torch::nn::Linear(3, 1));
    const auto ours = makeStateChain();
    loadStateDict(*ours, stateDict(*theirs));
    QVERIFY(torch::equal(ours->parameters()[0], theirs->parameters()[0]));
}

GLYPHSCOPE_TEST(TstStateHooks, Core)
#include "tst_state_hooks.moc"
