// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/user_hooks.h"
#include "model/network/detail/values.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace glyphscope;

namespace {

/// [n, 1, 28, 28], values that differ everywhere.
torch::Tensor images(int n = 1)
{
    return torch::sin(torch::arange(n * 784, torch::kFloat)).view({n, 1, 28, 28});
}

Network network()
{
    return seededNetwork(4, shippedNetwork(10));
}

HookSpec spec(HookKind kind, const std::string& module, HookAction action, double amount = 0,
              double limit = 0)
{
    HookSpec result;
    result.kind = kind;
    result.module = module;
    result.action = action;
    result.amount = amount;
    result.limit = limit;
    return result;
}

/// What `module` gives, seen after all that is registered now.
torch::Tensor outputOf(Network& net, const std::string& module, const torch::Tensor& x)
{
    torch::Tensor seen;
    const torch_hooks::ScopedHook watch(
        stepNamed(net, module).hooks->registerForwardHook([&seen](auto&, auto&, const auto& outputs) {
            seen = outputs[0].detach();
            return std::optional<torch_hooks::Tensors>();
        }));
    (void)net.forward(x);
    return seen;
}

/// The gradient of class 3's logit at every module's output, and at the "input".
std::map<std::string, torch::Tensor> hookedGradientsOf(Network& net, const torch::Tensor& images)
{
    std::map<std::string, torch::Tensor> gradients;
    std::vector<torch_hooks::ScopedHook> watches;
    for (const Network::Step& step : net.steps())
        watches.emplace_back(step.hooks->registerFullBackwardHook(
            [&gradients, name = step.name](auto&, auto&, const auto& gradOutputs) {
                gradients[name] = gradOutputs[0];
                return std::optional<torch_hooks::Tensors>();
            }));
    const torch::Tensor x = images.detach().requires_grad_();
    net.forward(x).select(1, 3).sum().backward();
    gradients["input"] = x.grad();
    return gradients;
}

bool close(const torch::Tensor& a, const torch::Tensor& b)
{
    return torch::allclose(a, b, 1e-5, 1e-6);
}

QString messageOf(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

std::shared_ptr<const ModuleOutput> donor(const std::string& name, const torch::Tensor& value)
{
    return std::make_shared<ModuleOutput>(
        ModuleOutput{name, "", shapeWithoutBatch(value), valuesOf(value.select(0, 0)), 0});
}

}  // namespace

class TstUserHooks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { torch::set_num_threads(1); }
    void actsByFormula_data();
    void actsByFormula();
    void touchesOneChannelOnly();
    void zeroReplacesWhatIsNotANumber();
    void gradientPassesTheOtherChannelsAsItIs();
    void noiseIsTheSameForEveryPassAndImage();
    void patchTakesTheDonorsValues();
    void refusesWhatDoesNotFit();
    void preHookChangesWhatTheModuleGets();
    void zeroOnTheLastModuleZeroesAllLogits();
    void backwardHookChangesWhatIsUpstreamOnly();
    void backwardPreHookChangesTheGradientOfTheOutput();
    void gradientsPassAroundReplacedValues();
    void leavesTheNetworkAsItWas();
    void runsInTheOrderOfTheList();
    void runsForItsPhaseOnly();
    void switchedOffItLetsEverythingThrough();
    void recordsWhatItSaw();
    void keepsTheNewestEvents();
    void seesNoGradientOfAnInputThatHasNone();
    void globalHookSeesEveryModule();
};

void TstUserHooks::actsByFormula_data()
{
    QTest::addColumn<int>("action");
    QTest::addColumn<double>("amount");
    QTest::addColumn<double>("limit");
    const auto row = [](const char* name, HookAction action, double amount, double limit) {
        QTest::newRow(name) << static_cast<int>(action) << amount << limit;
    };
    row("observe", HookAction::Observe, 3, 0);
    row("zero", HookAction::Zero, 3, 0);
    row("fill", HookAction::Fill, -1.5, 0);
    row("scale", HookAction::Scale, 2.5, 0);
    row("clamp", HookAction::Clamp, -0.1, 0.2);
}

void TstUserHooks::actsByFormula()
{
    QFETCH(int, action);
    QFETCH(double, amount);
    QFETCH(double, limit);
    Network net = network();
    const torch::Tensor x = images(3);
    const torch::Tensor before = outputOf(net, "conv2", x);
    const HookSpec hook = spec(HookKind::Forward, "conv2", static_cast<HookAction>(action), amount, limit);
    const UserHooks user(net, {hook}, HookPhase::Predicting);
    const torch::Tensor after = outputOf(net, "conv2", x);
    const auto formula = [&](float value) -> double {
        switch (hook.action) {
        case HookAction::Zero:
            return 0;
        case HookAction::Fill:
            return amount;
        case HookAction::Scale:
            return amount * static_cast<double>(value);
        case HookAction::Clamp:
            return std::min(limit, std::max(amount, static_cast<double>(value)));
        default:
            return value;
        }
    };
    const std::vector<float> was = valuesOf(before);
    const std::vector<float> is = valuesOf(after);
    QCOMPARE(is.size(), was.size());
    for (std::size_t i = 0; i < was.size(); ++i)
        QVERIFY(std::abs(static_cast<double>(is[i]) - formula(was[i])) <= 1e-6);
    QCOMPARE(user.changeValues(), hook.action != HookAction::Observe);
}

void TstUserHooks::touchesOneChannelOnly()
{
    for (const char* module : {"conv1", "fc1"}) {
        Network net = network();
        const torch::Tensor before = outputOf(net, module, images(2));
        HookSpec hook = spec(HookKind::Forward, module, HookAction::Fill, 9);
        hook.channel = 5;
        const UserHooks user(net, {hook}, HookPhase::Predicting);
        torch::Tensor expected = before.clone();
        expected.select(1, 5).fill_(9);
        QVERIFY(torch::equal(outputOf(net, module, images(2)), expected));
    }
}

void TstUserHooks::zeroReplacesWhatIsNotANumber()
{
    const torch::Tensor value = torch::full({1, 4}, std::numeric_limits<float>::quiet_NaN());
    QVERIFY(torch::equal(afterAction(value, spec(HookKind::Forward, "fc2", HookAction::Zero)),
                         torch::zeros({1, 4})));
}

void TstUserHooks::gradientPassesTheOtherChannelsAsItIs()
{
    HookSpec hook = spec(HookKind::ForwardPre, "conv2", HookAction::Scale, 3);
    hook.channel = 1;
    const torch::Tensor value =
        torch::ones({2, 3, 4, 4}).contiguous(at::MemoryFormat::ChannelsLast).requires_grad_();
    afterAction(value, hook).sum().backward();
    torch::Tensor expected = torch::ones_like(value);
    expected.select(1, 1).fill_(3);
    QVERIFY(torch::equal(value.grad(), expected));
    QVERIFY(torch::equal(value, torch::ones_like(value)));  // what came in is not written
}

void TstUserHooks::noiseIsTheSameForEveryPassAndImage()
{
    HookSpec hook = spec(HookKind::Forward, "conv1", HookAction::AddNoise, 0.5);
    hook.seed = 11;
    Network net = network();
    const torch::Tensor before = outputOf(net, "conv1", images(2));
    const UserHooks user(net, {hook}, HookPhase::Predicting);
    const torch::Tensor first = outputOf(net, "conv1", images(2));
    QVERIFY(torch::equal(first, outputOf(net, "conv1", images(2))));
    const torch::Tensor noise = first - before;
    QVERIFY(close(noise[0], noise[1]));
    QVERIFY(std::abs(noise[0].std().item<double>() - 0.5) < 0.02);
    QVERIFY(std::abs(noise[0].mean().item<double>()) < 0.02);
    hook.seed = 12;
    QVERIFY(!torch::equal(afterAction(before, hook), first));
}

void TstUserHooks::patchTakesTheDonorsValues()
{
    Network net = network();
    const torch::Tensor other = outputOf(net, "relu2", images().cos());
    HookSpec hook = spec(HookKind::Forward, "relu2", HookAction::Patch);
    hook.donor = donor("relu2", other);
    const torch::Tensor logits = outputOf(net, "fc2", images().cos());
    {
        const UserHooks user(net, {hook}, HookPhase::Predicting);
        QVERIFY(close(net.forward(images(2)), logits.expand({2, 10})));
    }
    hook.channel = 3;
    const torch::Tensor before = outputOf(net, "relu2", images());
    const UserHooks user(net, {hook}, HookPhase::Predicting);
    torch::Tensor expected = before.clone();
    expected.select(1, 3).copy_(other.select(1, 3));
    QVERIFY(torch::equal(outputOf(net, "relu2", images()), expected));
}

void TstUserHooks::refusesWhatDoesNotFit()
{
    Network net = network();
    const auto refusal = [&net](const HookSpec& hook) {
        return messageOf([&] {
            const UserHooks user(net, {hook}, HookPhase::Predicting);
            (void)net.forward(images());
        });
    };
    HookSpec patch = spec(HookKind::Forward, "conv1", HookAction::Patch);
    QVERIFY(refusal(patch).contains(QStringLiteral("conv1")));
    patch.donor = donor("fc2", torch::zeros({1, 10}));
    QVERIFY(refusal(patch).contains(QStringLiteral("[32, 28, 28]")));
    QVERIFY(refusal(patch).contains(QStringLiteral("[10]")));
    patch.donor = std::make_shared<ModuleOutput>(ModuleOutput{"conv1", "", {32, 28, 28}, {1, 2}, 0});
    QVERIFY(refusal(patch).contains(QStringLiteral("2 values")));
    HookSpec channel = spec(HookKind::Forward, "fc2", HookAction::Zero);
    channel.channel = 10;
    QVERIFY(refusal(channel).contains(QStringLiteral("channel 10")));
    channel.kind = HookKind::FullBackward;
    const auto backwardRefusal = [&] {
        return messageOf([&] {
            const UserHooks user(net, {channel}, HookPhase::Predicting);
            (void)hookedGradientsOf(net, images());
        });
    };
    QVERIFY(backwardRefusal().isEmpty());  // fc2's input has 256 values
    channel.channel = 256;
    QVERIFY(backwardRefusal().contains(QStringLiteral("channel 256")));
    QVERIFY(
        refusal(spec(HookKind::Forward, "conv9", HookAction::Zero)).contains(QStringLiteral("conv1, relu1")));
    // none of them is left behind
    QVERIFY(torch::equal(net.forward(images()), network().forward(images())));
}

void TstUserHooks::preHookChangesWhatTheModuleGets()
{
    Network net = network();
    const torch::Tensor pooled = outputOf(net, "pool1", images());
    const UserHooks user(net, {spec(HookKind::ForwardPre, "conv2", HookAction::Scale, 3)},
                         HookPhase::Predicting);
    const auto parameters = net.named_parameters();
    const torch::Tensor expected =
        torch::conv2d(pooled * 3, parameters["conv2.weight"], parameters["conv2.bias"], 1, 1);
    QVERIFY(close(outputOf(net, "conv2", images()), expected));
    QVERIFY(torch::equal(outputOf(net, "pool1", images()), pooled));
}

void TstUserHooks::zeroOnTheLastModuleZeroesAllLogits()
{
    Network net = network();
    const UserHooks user(net, {spec(HookKind::Forward, "fc2", HookAction::Zero)}, HookPhase::Predicting);
    QVERIFY(torch::equal(net.forward(images(3)), torch::zeros({3, 10})));
}

void TstUserHooks::backwardHookChangesWhatIsUpstreamOnly()
{
    Network net = network();
    const auto before = hookedGradientsOf(net, images());
    const UserHooks user(net, {spec(HookKind::FullBackward, "conv2", HookAction::Scale, 2)},
                         HookPhase::Predicting);
    const auto after = hookedGradientsOf(net, images());
    for (const char* upstream : {"input", "conv1", "relu1", "pool1"})
        QVERIFY2(close(after.at(upstream), 2 * before.at(upstream)), upstream);
    for (const char* same : {"conv2", "relu2", "pool2", "flatten", "fc1", "relu3", "fc2"})
        QVERIFY2(torch::equal(after.at(same), before.at(same)), same);
}

void TstUserHooks::backwardPreHookChangesTheGradientOfTheOutput()
{
    Network net = network();
    const auto before = hookedGradientsOf(net, images());
    HookSpec hook = spec(HookKind::FullBackwardPre, "relu2", HookAction::Zero);
    hook.channel = 7;
    const UserHooks user(net, {hook}, HookPhase::Predicting);
    const auto after = hookedGradientsOf(net, images());
    torch::Tensor expected = before.at("relu2").clone();
    QVERIFY(expected.select(1, 7).abs().sum().item<double>() > 0);
    expected.select(1, 7).zero_();
    QVERIFY(torch::equal(after.at("relu2"), expected));
    QVERIFY(torch::equal(after.at("pool2"), before.at("pool2")));
    QCOMPARE(after.at("conv2").select(1, 7).abs().sum().item<double>(), 0.0);
    QVERIFY(!close(after.at("input"), before.at("input")));
}

void TstUserHooks::gradientsPassAroundReplacedValues()
{
    Network net = network();
    HookSpec hook = spec(HookKind::Forward, "relu1", HookAction::Fill, 0.5);
    hook.channel = 2;
    const UserHooks user(net, {hook}, HookPhase::Predicting);
    const auto gradients = hookedGradientsOf(net, images());
    // relu1's own gradient hook sees what came back through the replacement: nothing for that channel
    QCOMPARE(gradients.at("conv1").select(1, 2).abs().sum().item<double>(), 0.0);
    QVERIFY(gradients.at("conv1").abs().sum().item<double>() > 0);
    const UserHooks all(net, {spec(HookKind::Forward, "fc1", HookAction::Zero)}, HookPhase::Predicting);
    QCOMPARE(hookedGradientsOf(net, images()).at("input").abs().sum().item<double>(), 0.0);
}

void TstUserHooks::leavesTheNetworkAsItWas()
{
    Network net = network();
    const torch::Tensor before = net.forward(images());
    {
        const UserHooks user(net,
                             {spec(HookKind::ForwardPre, "", HookAction::Scale, 1.5),
                              spec(HookKind::Forward, "conv1", HookAction::Zero),
                              spec(HookKind::FullBackwardPre, "fc1", HookAction::Zero),
                              spec(HookKind::FullBackward, "fc2", HookAction::Zero)},
                             HookPhase::Predicting);
        QVERIFY(!torch::equal(net.forward(images()), before));
    }
    QVERIFY(torch::equal(net.forward(images()), before));
    for (const Network::Step& step : net.steps())
        QVERIFY(step.hooks->callHooks().empty());
}

void TstUserHooks::runsInTheOrderOfTheList()
{
    Network net = network();
    std::vector<HookSpec> specs;
    const auto add = [&specs](const std::string& module, bool prepend) {
        HookSpec hook = spec(HookKind::Forward, module, HookAction::Observe);
        hook.id = specs.size() + 1;
        hook.prepend = prepend;
        specs.push_back(hook);
    };
    add("fc1", false);
    add("", false);
    add("fc1", true);
    add("fc1", false);
    add("fc1", true);
    add("", true);
    UserHooks user(net, specs, HookPhase::Predicting);
    (void)net.forward(images());
    QStringList order;
    for (const HookEvent& event : user.takeEvents())
        if (event.module == "fc1")
            order << QString::number(event.id);
    QCOMPARE(order.join(u' '), QStringLiteral("6 2 5 3 1 4"));
    QCOMPARE(user.records().size(), specs.size());
    for (std::size_t i = 0; i < specs.size(); ++i)
        QCOMPARE(user.records()[i].id, specs[i].id);
}

void TstUserHooks::runsForItsPhaseOnly()
{
    Network net = network();
    HookSpec predicting = spec(HookKind::Forward, "fc2", HookAction::Zero);
    HookSpec training = spec(HookKind::Forward, "fc2", HookAction::Fill, 1);
    training.predicting = false;
    training.training = true;
    HookSpec off = spec(HookKind::Forward, "fc2", HookAction::Fill, 2);
    off.enabled = false;
    off.training = true;
    const std::vector<HookSpec> specs{predicting, training, off};
    {
        const UserHooks user(net, specs, HookPhase::Predicting);
        QVERIFY(torch::equal(net.forward(images()), torch::zeros({1, 10})));
        QCOMPARE(user.records().size(), std::size_t{1});
    }
    const UserHooks user(net, specs, HookPhase::Training);
    QVERIFY(torch::equal(net.forward(images()), torch::ones({1, 10})));
}

void TstUserHooks::switchedOffItLetsEverythingThrough()
{
    Network net = network();
    const torch::Tensor before = net.forward(images());
    UserHooks user(net, {spec(HookKind::Forward, "conv1", HookAction::Zero)}, HookPhase::Predicting);
    user.setActive(false);
    QVERIFY(torch::equal(net.forward(images()), before));
    QCOMPARE(user.records()[0].calls, 0);
    user.setActive(true);
    QVERIFY(!torch::equal(net.forward(images()), before));
    QCOMPARE(user.records()[0].calls, 1);
}

void TstUserHooks::recordsWhatItSaw()
{
    Network net = network();
    HookSpec hook = spec(HookKind::Forward, "conv1", HookAction::Scale, 2);
    hook.id = 77;
    UserHooks user(net, {hook}, HookPhase::Predicting);
    user.setPass("step 5");
    for (int pass = 0; pass < 3; ++pass)
        (void)net.forward(images(4));
    const HookRecord record = user.records().at(0);
    QCOMPARE(record.id, std::uint64_t{77});
    QCOMPARE(record.calls, 3);
    QCOMPARE(record.shape, (std::vector<int>{32, 28, 28}));
    QVERIFY(record.meanMicroseconds > 0);
    // of the first image, after the action
    QCOMPARE(record.last, statisticsOf(valuesOf(outputOf(net, "conv1", images(4))[0])));
    const std::vector<HookEvent> events = user.takeEvents();
    QCOMPARE(events.size(), std::size_t{4});
    QCOMPARE(events[0].pass, std::string("step 5"));
    QCOMPARE(events[0].module, std::string("conv1"));
    QCOMPARE(events[0].value, record.last);
    QVERIFY(user.takeEvents().empty());
}

void TstUserHooks::keepsTheNewestEvents()
{
    Network net = network();
    UserHooks user(net, {spec(HookKind::Forward, "fc2", HookAction::Observe)}, HookPhase::Predicting);
    const torch::Tensor x = images();
    for (int pass = 0; pass < 1030; ++pass) {
        user.setPass(std::to_string(pass));
        (void)net.forward(x);
    }
    const std::vector<HookEvent> events = user.takeEvents();
    QCOMPARE(events.size(), UserHooks::kMostEvents);
    QCOMPARE(events.front().pass, std::string("30"));
    QCOMPARE(events.back().pass, std::string("1029"));
    QCOMPARE(user.records()[0].calls, 1030);
}

void TstUserHooks::seesNoGradientOfAnInputThatHasNone()
{
    Network net = network();
    HookSpec hook = spec(HookKind::FullBackward, "conv1", HookAction::Zero);
    hook.training = true;
    const UserHooks user(net, {hook}, HookPhase::Training);
    net.forward(images()).sum().backward();
    QCOMPARE(user.records()[0].calls, 1);
    QVERIFY(user.records()[0].shape.empty());
    QVERIFY(net.named_parameters()["conv1.weight"].grad().abs().sum().item<double>() > 0);
}

void TstUserHooks::globalHookSeesEveryModule()
{
    Network net = network();
    HookSpec hook = spec(HookKind::FullBackwardPre, "", HookAction::Observe);
    HookSpec channel = spec(HookKind::Forward, "", HookAction::Zero);
    channel.channel = 40;  // conv1 and fc2 have fewer
    UserHooks user(net, {hook, channel}, HookPhase::Predicting);
    (void)hookedGradientsOf(net, images());
    QCOMPARE(user.records()[0].calls, 10);
    QCOMPARE(user.records()[1].calls, 10);
    QStringList modules;
    for (const HookEvent& event : user.takeEvents())
        if (event.kind == HookKind::FullBackwardPre)
            modules << QString::fromStdString(event.module);
    QCOMPARE(modules.join(u' '), QStringLiteral("fc2 relu3 fc1 flatten pool2 relu2 conv2 pool1 relu1 conv1"));
    QCOMPARE(outputOf(net, "conv2", images()).select(1, 40).abs().sum().item<double>(), 0.0);
    QVERIFY(outputOf(net, "fc2", images()).abs().sum().item<double>() > 0);
}

GLYPHSCOPE_TEST(TstUserHooks, Core)
#include "tst_user_hooks.moc"
