// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/recipes.h"
#include "model/types/error.h"
#include "tests/model/training/bars.h"

#include <QtTest/QTest>

#include <cmath>

using namespace glyphscope;
using namespace glyphscope::test;

namespace {

/// Hands `change` over before step `at` + 1.
class Changer final : public Recorder {
public:
    Changer(std::size_t at, LiveOptions change) : m_at(at), m_change(std::move(change)) {}

    std::optional<LiveOptions> takeChanges() override
    {
        if (steps.size() != m_at || m_handedOver)
            return std::nullopt;
        m_handedOver = true;
        return m_change;
    }
    void onRefused(const std::string& message) override { refused.push_back(message); }
    void onHooks(const std::vector<HookRecord>& hookRecords, std::vector<HookEvent> hookEvents) override
    {
        records = hookRecords;
        events.insert(events.end(), hookEvents.begin(), hookEvents.end());
    }

    std::vector<std::string> refused;
    std::vector<HookRecord> records;
    std::vector<HookEvent> events;

private:
    const std::size_t m_at;
    const LiveOptions m_change;
    bool m_handedOver = false;
};

TrainOptions plainOptions(OptimizerKind optimizer = OptimizerKind::AdamW)
{
    TrainOptions options = quickOptions();
    options.averaging = 0;
    options.epochs = 2;
    options.weightDecay = 0.01;
    options.optimizer = optimizer;
    return options;
}

const std::vector<float>& valuesOf(const StateDict& weights, const char* name)
{
    return weights.find(name)->values;
}

LiveOptions freezing(std::vector<std::string> names)
{
    LiveOptions options;
    options.frozen = std::move(names);
    return options;
}

LiveOptions movingTo(const char* device)
{
    LiveOptions options;
    options.device = device;
    return options;
}

LiveOptions hooking(HookSpec spec)
{
    spec.training = true;
    LiveOptions options;
    options.hooks = {std::move(spec)};
    return options;
}

/// Asks for the gradients of every fourth step.
class Prober final : public Recorder {
public:
    bool wantsGradientFlow() override { return steps.size() % 4 == 0; }
    void onGradientFlow(const GradientFlow& flow) override { flows.push_back(flow); }
    std::vector<GradientFlow> flows;
};

const std::vector<std::string> kFirstLayer{"conv1.weight", "conv1.bias"};

}  // namespace

class TstLiveChanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void frozenParametersKeepTheirValues_data();
    void frozenParametersKeepTheirValues();
    void thawedParametersLearnAgain();
    void everythingFrozenTrainsNothing();
    void frozenRunIsGoneOnWith();
    void unknownParameterIsRefused();
    void movedRunLosesNoStep();
    void missingDeviceIsRefusedAndTheRunGoesOn();
    void hooksRunInEveryStep();
    void hookOnGradientsChangesWhatIsLearnt();
    void hookThatDoesNotFitLeavesTheRun();
    void gradientsAreProbedWithoutTouchingTheRun();
};

void TstLiveChanges::frozenParametersKeepTheirValues_data()
{
    QTest::addColumn<bool>("adam");
    QTest::newRow("Adam") << true;
    QTest::newRow("SGD") << false;
}

void TstLiveChanges::frozenParametersKeepTheirValues()
{
    QFETCH(bool, adam);
    TrainOptions options = plainOptions(adam ? OptimizerKind::AdamW : OptimizerKind::Nesterov);
    options.frozen = kFirstLayer;
    Recorder recorder;
    recorder.wantSnapshots = true;
    const StateDict after = run(options, recorder).weights;
    const StateDict& before = recorder.snapshots.front();
    for (const std::string& name : kFirstLayer)
        QVERIFY(valuesOf(after, name.c_str()) == valuesOf(before, name.c_str()));
    QVERIFY(valuesOf(after, "conv2.weight") != valuesOf(before, "conv2.weight"));
}

void TstLiveChanges::thawedParametersLearnAgain()
{
    TrainOptions options = plainOptions();
    options.frozen = kFirstLayer;
    Changer changer(10, {});
    changer.wantSnapshots = true;
    const StateDict after = run(options, changer).weights;
    QVERIFY(valuesOf(changer.snapshots[10], "conv1.weight") ==
            valuesOf(changer.snapshots[0], "conv1.weight"));
    QVERIFY(valuesOf(after, "conv1.weight") != valuesOf(changer.snapshots[10], "conv1.weight"));
}

void TstLiveChanges::everythingFrozenTrainsNothing()
{
    TrainOptions options = plainOptions();
    options.epochs = 1;
    for (const char* module : {"conv1", "conv2", "fc1", "fc2"})
        for (const char* kind : {".weight", ".bias"})
            options.frozen.push_back(std::string(module) + kind);
    Recorder recorder;
    recorder.wantSnapshots = true;
    const TrainResult result = run(options, recorder);
    QCOMPARE(result.steps, 20);
    QVERIFY(result.weights.tensors == recorder.snapshots.front().tensors);
}

void TstLiveChanges::frozenRunIsGoneOnWith()
{
    Changer whole(5, freezing(kFirstLayer));
    const TrainResult unbroken = run(plainOptions(), whole);
    Changer first(5, freezing(kFirstLayer));
    first.stopAt = 13;
    const TrainResult half = run(plainOptions(), first);
    const TrainOptions options = optionsOf(half.checkpoint);
    QVERIFY(options.frozen == kFirstLayer);
    Recorder second;
    QVERIFY(run(options, second, half.checkpoint).weights.tensors == unbroken.weights.tensors);
}

void TstLiveChanges::unknownParameterIsRefused()
{
    TrainOptions options = plainOptions();
    options.frozen = {"conv9.weight"};
    Recorder recorder;
    QVERIFY_THROWS_EXCEPTION(Error, std::ignore = run(options, recorder));
    Changer changer(3, freezing({"conv9.weight"}));
    QCOMPARE(run(plainOptions(), changer).steps, 40);
    QCOMPARE(changer.refused.size(), std::size_t(1));
    QVERIFY(changer.refused.front().find("conv9.weight") != std::string::npos);
}

void TstLiveChanges::movedRunLosesNoStep()
{
    TrainOptions options = plainOptions();
    options.averaging = 0.9;
    Recorder still;
    const TrainResult unmoved = run(options, still);
    Changer changer(7, movingTo("cpu:0"));  // another name of the same place: the way of any move
    const TrainResult moved = run(options, changer);
    QVERIFY(changer.refused.empty());
    QCOMPARE(moved.steps, unmoved.steps);
    QVERIFY(moved.weights.tensors == unmoved.weights.tensors);
    QCOMPARE(optionsOf(moved.checkpoint).device, std::string("cpu:0"));
}

void TstLiveChanges::missingDeviceIsRefusedAndTheRunGoesOn()
{
    Changer changer(7, movingTo("cuda:99"));
    Recorder still;
    const TrainResult unmoved = run(plainOptions(), still);
    QVERIFY(run(plainOptions(), changer).weights.tensors == unmoved.weights.tensors);
    QCOMPARE(changer.refused.size(), std::size_t(1));
    QVERIFY(changer.refused.front().find("cuda:99") != std::string::npos);
}

void TstLiveChanges::hooksRunInEveryStep()
{
    HookSpec observe;
    observe.id = 7;
    observe.module = "relu1";
    Changer changer(10, hooking(observe));
    QCOMPARE(run(plainOptions(), changer).steps, 40);
    QCOMPARE(changer.records.size(), std::size_t(1));
    QCOMPARE(changer.records[0].id, std::uint64_t(7));
    QCOMPARE(changer.records[0].calls, 30);
    QVERIFY(changer.records[0].shape == (std::vector<int>{32, 28, 28}));
    QVERIFY(changer.records[0].last.low >= 0);
    QCOMPARE(changer.events.size(), std::size_t(30));
    QCOMPARE(changer.events.front().pass, std::string("step 11"));
}

void TstLiveChanges::hookOnGradientsChangesWhatIsLearnt()
{
    TrainOptions options = plainOptions(OptimizerKind::Nesterov);
    options.weightDecay = 0;
    options.peakLearningRate = 0.02;
    HookSpec zero;
    zero.kind = HookKind::FullBackwardPre;  // of conv1's output: nothing reaches its weights
    zero.module = "conv1";
    zero.action = HookAction::Zero;
    options.beta1 = 0;  // momentum would go on from the steps before
    Changer changer(10, hooking(zero));
    changer.wantSnapshots = true;
    const StateDict after = run(options, changer).weights;
    QVERIFY(changer.refused.empty());
    QVERIFY(valuesOf(changer.snapshots[10], "conv1.weight") !=
            valuesOf(changer.snapshots[0], "conv1.weight"));
    QVERIFY(valuesOf(after, "conv1.weight") == valuesOf(changer.snapshots[10], "conv1.weight"));
    QVERIFY(valuesOf(after, "conv2.weight") != valuesOf(changer.snapshots[10], "conv2.weight"));
}

void TstLiveChanges::hookThatDoesNotFitLeavesTheRun()
{
    HookSpec patch;
    patch.module = "relu1";
    patch.action = HookAction::Patch;
    patch.donor = std::make_shared<const ModuleOutput>(ModuleOutput{"fc2", "Linear", {1}, {0.0F}, 0});
    Changer changer(10, hooking(patch));
    QCOMPARE(run(plainOptions(), changer).steps, 40);
    QCOMPARE(changer.refused.size(), std::size_t(1));
    QVERIFY(changer.refused.front().find("relu1") != std::string::npos);
}

void TstLiveChanges::gradientsAreProbedWithoutTouchingTheRun()
{
    Recorder plain;
    const TrainResult unprobed = run(plainOptions(), plain);
    Prober prober;
    const TrainResult probed = run(plainOptions(), prober);
    QVERIFY(probed.weights.tensors == unprobed.weights.tensors);
    QCOMPARE(prober.flows.size(), std::size_t(10));
    const GradientFlow& flow = prober.flows[1];
    QCOMPARE(flow.step, 5);
    QCOMPARE(flow.images, 32);
    QCOMPARE(flow.layers.size(), std::size_t(10));
    QCOMPARE(flow.layers.front().module, std::string("conv1"));
    QCOMPARE(flow.parameters.size(), std::size_t(8));
    for (const GradientFlow::Layer& layer : flow.layers)
        QVERIFY2(layer.outputGradient > 0, layer.module.c_str());
    QVERIFY(flow.layers.front().weightGradient > 0 && flow.layers.front().weights > 0);
    QCOMPARE(flow.layers[1].weightGradient, 0.0);
    // The gradient of the mean cross-entropy at the logits is (probability - label) / n for each image.
    QVERIFY(flow.layers.back().outputGradient < std::sqrt(2.0 / 32));
}

QTEST_GUILESS_MAIN(TstLiveChanges)
#include "tst_live_changes.moc"
