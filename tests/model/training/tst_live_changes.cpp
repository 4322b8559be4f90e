// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/recipes.h"
#include "model/types/error.h"
#include "tests/model/training/bars.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace glyphscope;
using namespace glyphscope::test;

Q_DECLARE_METATYPE(std::function<void(TrainOptions&)>)

namespace {

/// Listens to hooks and the device too.
class Listener final : public Changer {
public:
    using Changer::Changer;

    void onDevice(const std::string& device) override { devices.push_back(device); }
    void onHookCost(const HookCost& hookCost) override { cost = hookCost; }
    void onHooks(const std::vector<HookRecord>& hookRecords, std::vector<HookEvent> hookEvents) override
    {
        records = hookRecords;
        events.insert(events.end(), hookEvents.begin(), hookEvents.end());
    }

    std::vector<std::string> devices;
    std::vector<HookRecord> records;
    std::vector<HookEvent> events;
    HookCost cost;
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

LiveOptions hookingSink(HookSpec spec)
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
    void frozenParametersHaveNoGradient();
    void everythingFrozenTrainsNothing();
    void frozenRunIsResumed();
    void unknownParameterIsRefused();
    void movedRunLosesNoStep();
    void missingDeviceIsRefusedAndTheRunGoesOn();
    void hooksRunInEveryStep();
    void hooksThatOnlyLookChangeNothing();
    void hookOnGradientsChangesWhatIsLearnt();
    void hookThatDoesNotFitLeavesTheRun();
    void gradientsAreProbedWithoutTouchingTheRun();
    void valuesChangeAtOnceAndAreMarked();
    void everyValueActsFromTheNextStep_data();
    void everyValueActsFromTheNextStep();
    void senselessValuesAreRefusedAsAWhole();
    void nothingChangedIsNotMarked();
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
    Listener changer(10, {});
    changer.wantSnapshots = true;
    const StateDict after = run(options, changer).weights;
    QVERIFY(valuesOf(changer.snapshots[10], "conv1.weight") ==
            valuesOf(changer.snapshots[0], "conv1.weight"));
    QVERIFY(valuesOf(after, "conv1.weight") != valuesOf(changer.snapshots[10], "conv1.weight"));
}

void TstLiveChanges::frozenParametersHaveNoGradient()
{
    TrainOptions options = plainOptions();
    options.frozen = kFirstLayer;
    Prober prober;
    (void)run(options, prober);
    const GradientFlow& flow = prober.flows[1];
    for (const GradientFlow::Parameter& parameter : flow.parameters)
        QVERIFY2(std::ranges::find(kFirstLayer, parameter.name) == kFirstLayer.end(), parameter.name.c_str());
    QCOMPARE(flow.parameters.size(), std::size_t(6));
    QCOMPARE(flow.layers.front().weightGradient, 0.0);
    QVERIFY(flow.layers.front().weights > 0);
    QVERIFY(flow.layers.front().outputGradient > 0);  // it flows through them all the same
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

void TstLiveChanges::frozenRunIsResumed()
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
    Listener changer(3, freezing({"conv9.weight"}));
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
    Listener changer(7, movingTo("cpu:0"));  // another name of the same place: the way of any move
    const TrainResult moved = run(options, changer);
    QVERIFY(changer.refused.empty());
    QCOMPARE(moved.steps, unmoved.steps);
    QVERIFY(moved.weights.tensors == unmoved.weights.tensors);
    QCOMPARE(optionsOf(moved.checkpoint).device, std::string("cpu:0"));
}

void TstLiveChanges::missingDeviceIsRefusedAndTheRunGoesOn()
{
    Listener changer(7, movingTo("cuda:99"));
    Recorder still;
    const TrainResult unmoved = run(plainOptions(), still);
    QVERIFY(run(plainOptions(), changer).weights.tensors == unmoved.weights.tensors);
    QCOMPARE(changer.refused.size(), std::size_t(1));
    QVERIFY(changer.refused.front().find("cuda:99") != std::string::npos);
    QVERIFY(changer.devices == std::vector<std::string>{"cpu"});
}

void TstLiveChanges::hooksRunInEveryStep()
{
    HookSpec observe;
    observe.id = 7;
    observe.module = "relu1";
    Listener changer(10, hookingSink(observe));
    QCOMPARE(run(plainOptions(), changer).steps, 40);
    QCOMPARE(changer.records.size(), std::size_t(1));
    QCOMPARE(changer.records[0].id, std::uint64_t(7));
    QCOMPARE(changer.records[0].calls, 30);
    QVERIFY(changer.records[0].shape == (std::vector<int>{32, 28, 28}));
    QVERIFY(changer.records[0].last.low >= 0);
    QCOMPARE(changer.events.size(), std::size_t(30));
    QCOMPARE(changer.events.front().pass, std::string("step 11"));
}

void TstLiveChanges::hooksThatOnlyLookChangeNothing()
{
    Recorder plain;
    const TrainResult unhooked = run(plainOptions(), plain);
    LiveOptions looking;
    for (const HookKind kind :
         {HookKind::ForwardPre, HookKind::Forward, HookKind::FullBackwardPre, HookKind::FullBackward}) {
        HookSpec observe;
        observe.id = looking.hooks.size() + 1;
        observe.kind = kind;
        observe.training = true;
        looking.hooks.push_back(observe);  // on all modules
    }
    Listener changer(0, looking);
    QVERIFY(run(plainOptions(), changer).weights.tensors == unhooked.weights.tensors);
    QCOMPARE(changer.records.size(), std::size_t(4));
    QVERIFY(changer.cost.with > 0 && changer.cost.without > 0);
    for (const HookRecord& record : changer.records)
        QVERIFY(record.calls >= 40 * 9);  // the first module's input has no gradient
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
    Listener changer(10, hookingSink(zero));
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
    Listener changer(10, hookingSink(patch));
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

void TstLiveChanges::valuesChangeAtOnceAndAreMarked()
{
    TrainOptions options = plainOptions();
    options.schedule = ScheduleKind::Constant;
    Changer changer(7, changing(options, [](TrainOptions& o) {
                        o.peakLearningRate = 0.001;
                        o.beta1 = 0.9;
                        o.augmentation.rotation = 9;
                    }));
    const TrainResult result = run(options, changer);
    QVERIFY(changer.marks == (std::vector<RunMark>{{7, "learning rate 0.003 to 0.001"},
                                                   {7, "beta 1 0.7 to 0.9"},
                                                   {7, "rotation 5 to 9"}}));
    QCOMPARE(changer.steps[6].learningRate, 0.003);
    QCOMPARE(changer.steps[7].learningRate, 0.001);
    const TrainOptions kept = glyphscope::optionsOf(result.checkpoint);
    QCOMPARE(kept.peakLearningRate, 0.001);
    QCOMPARE(kept.beta1, 0.9);
    QCOMPARE(kept.augmentation.rotation, 9.0);
}

void TstLiveChanges::everyValueActsFromTheNextStep_data()
{
    QTest::addColumn<std::function<void(TrainOptions&)>>("change");
    QTest::addColumn<bool>("onTheLoss");  // of the very next step; else on what that step does to the weights
    const auto row = [](const char* name, bool onTheLoss, const std::function<void(TrainOptions&)>& change) {
        QTest::newRow(name) << change << onTheLoss;
    };
    row("learning rate", false, [](TrainOptions& o) { o.peakLearningRate = 0.001; });
    row("beta 1", false, [](TrainOptions& o) { o.beta1 = 0.9; });
    row("beta 2", false, [](TrainOptions& o) { o.beta2 = 0.99; });
    row("weight decay", false, [](TrainOptions& o) { o.weightDecay = 0.5; });
    row("label smoothing", true, [](TrainOptions& o) { o.labelSmoothing = 0.2; });
    row("dropout", true, [](TrainOptions& o) { o.dropout = 0.5; });
    row("augmentation", true, [](TrainOptions& o) { o.augmentation.rotation = 30; });
}

void TstLiveChanges::everyValueActsFromTheNextStep()
{
    QFETCH(std::function<void(TrainOptions&)>, change);
    QFETCH(bool, onTheLoss);
    TrainOptions options = plainOptions();
    options.epochs = 1;
    Recorder still;
    still.stopAt = 13;
    (void)run(options, still);
    Changer changer(11, changing(options, change));
    changer.stopAt = 13;
    (void)run(options, changer);
    QCOMPARE(changer.marks.size(), std::size_t(1));
    for (std::size_t i = 0; i < 11; ++i)
        QCOMPARE(changer.steps[i].loss, still.steps[i].loss);
    QCOMPARE(changer.steps[11].loss != still.steps[11].loss, onTheLoss);
    QVERIFY(changer.steps[12].loss != still.steps[12].loss);
}

void TstLiveChanges::senselessValuesAreRefusedAsAWhole()
{
    Recorder still;
    const TrainResult unchanged = run(plainOptions(), still);
    Changer changer(7, changing(plainOptions(), [](TrainOptions& o) {
                        o.peakLearningRate = 0.001;
                        o.dropout = 1;
                    }));
    QVERIFY(run(plainOptions(), changer).weights.tensors == unchanged.weights.tensors);
    QCOMPARE(changer.refused.size(), std::size_t(1));
    QVERIFY(changer.refused.front().find("dropout") != std::string::npos);
    QVERIFY(changer.marks.empty());
}

void TstLiveChanges::nothingChangedIsNotMarked()
{
    Changer changer(7, changing(plainOptions(), [](TrainOptions&) {}));
    QCOMPARE(run(plainOptions(), changer).steps, 40);
    QVERIFY(changer.marks.empty());
}

GLYPHSCOPE_TEST(TstLiveChanges, Core)
#include "tst_live_changes.moc"
