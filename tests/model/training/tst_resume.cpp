// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/recipes.h"
#include "model/types/error.h"
#include "tests/model/training/bars.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;
using namespace glyphscope::test;

namespace {

constexpr std::size_t kChangedAt = 11;

TrainOptions everything(OptimizerKind optimizer)
{
    TrainOptions options = quickOptions();  // averaging and augmentation
    options.epochs = 3;                     // of 20 steps
    options.optimizer = optimizer;
    if (optimizer == OptimizerKind::Sgd || optimizer == OptimizerKind::Nesterov)
        options.peakLearningRate = 0.02;
    options.weightDecay = 0.01;
    options.dropout = 0.2;
    return options;
}

LiveOptions changedOptions(const TrainOptions& options)
{
    LiveOptions live = changing(options, [](TrainOptions& o) {
        o.peakLearningRate *= 0.7;
        o.beta1 = 0.6;
        o.matrixRate = 0.15;
        o.matrixMomentum = 0.6;
        o.labelSmoothing = 0.1;
        o.dropout = 0.4;
        o.augmentation.translation = 1;
    });
    live.frozen = {"conv1.bias"};
    return live;
}

void compareSteps(const StepStats& one, const StepStats& other)
{
    QCOMPARE(one.step, other.step);
    QCOMPARE(one.epoch, other.epoch);
    QVERIFY(one.loss == other.loss);
    QVERIFY(one.accuracy == other.accuracy);
    QVERIFY(one.learningRate == other.learningRate);
    QVERIFY(one.gradientNorm == other.gradientNorm);
}

/// All but the seconds.
bool same(const EpochStats& one, const EpochStats& other)
{
    return one.epoch == other.epoch && one.step == other.step && one.trainLoss == other.trainLoss &&
           one.trainAccuracy == other.trainAccuracy && one.testLoss == other.testLoss &&
           one.testAccuracy == other.testAccuracy && one.validated == other.validated &&
           one.validationLoss == other.validationLoss && one.validationAccuracy == other.validationAccuracy;
}

}  // namespace

class TstResume : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStepAfterAKillIsTheUnbrokenRuns_data();
    void everyStepAfterAKillIsTheUnbrokenRuns();
    void runStoppedAtTheEndOfAnEpochEvaluatesIt();
    void secondsGoOn();
    void finishedRunIsEvaluatedInSilence();
    void olderCheckpointsAreGoneOnWith();
    void theSameImagesAreChosenAgain();
};

void TstResume::everyStepAfterAKillIsTheUnbrokenRuns_data()
{
    QTest::addColumn<OptimizerKind>("optimizer");
    QTest::newRow("SGD") << OptimizerKind::Sgd;
    QTest::newRow("Nesterov") << OptimizerKind::Nesterov;
    QTest::newRow("Adam") << OptimizerKind::Adam;
    QTest::newRow("AdamW") << OptimizerKind::AdamW;
    QTest::newRow("Muon") << OptimizerKind::Muon;
}

void TstResume::everyStepAfterAKillIsTheUnbrokenRuns()
{
    QFETCH(OptimizerKind, optimizer);
    const TrainOptions options = everything(optimizer);
    TrainTest data = barSets();
    data.validation = bars(60, 3);
    Changer whole(kChangedAt, changedOptions(options));
    whole.checkpointsAt = {5, 29, 40};  // before the change; in mid-epoch; after an evaluation
    const TrainResult unbroken = train(data, options, {}, {}, whole);
    QVERIFY(!unbroken.weights.tensors.empty() && whole.refused.empty());
    for (std::size_t i = 0; i < whole.checkpoints.size(); ++i) {
        const std::size_t at = whole.checkpointsAt[i];
        Changer rest(at < kChangedAt ? kChangedAt - at : whole.steps.size(), changedOptions(options));
        const TrainResult resumed =
            train(data, optionsOf(whole.checkpoints[i]), whole.checkpoints[i], {}, rest);
        QVERIFY(resumed.weights == unbroken.weights);
        QVERIFY(timeless(resumed.checkpoint) == timeless(unbroken.checkpoint));
        QCOMPARE(rest.steps.size() + at, whole.steps.size());
        for (std::size_t k = 0; k < rest.steps.size(); ++k)
            compareSteps(rest.steps[k], whole.steps[at + k]);
        const std::size_t before = at / 20;
        QCOMPARE(rest.epochs.size() + before, whole.epochs.size());
        for (std::size_t k = 0; k < rest.epochs.size(); ++k)
            QVERIFY(same(rest.epochs[k], whole.epochs[before + k]));
        QVERIFY(resumed.test.answers == unbroken.test.answers);
    }
}

void TstResume::runStoppedAtTheEndOfAnEpochEvaluatesIt()
{
    Recorder whole;
    (void)run(quickOptions(), whole);
    Recorder broken;
    broken.stopAt = 40;  // asked for before the evaluation that is due then
    const TrainResult half = run(quickOptions(), broken);
    QCOMPARE(broken.epochs.size(), std::size_t(1));
    Recorder rest;
    (void)run(quickOptions(), rest, half.checkpoint);
    QCOMPARE(rest.epochs.size(), std::size_t(3));
    for (std::size_t k = 0; k < 3; ++k)
        QVERIFY(same(rest.epochs[k], whole.epochs[1 + k]));
}

void TstResume::secondsGoOn()
{
    Recorder broken;
    broken.stopAt = 29;
    TrainResult half = run(quickOptions(), broken);
    half.checkpoint.metadata["seconds"] = "1000";
    Recorder rest;
    const TrainResult resumed = run(quickOptions(), rest, half.checkpoint);
    QVERIFY(rest.steps.front().seconds > 1000 && rest.epochs.front().seconds > 1000);
    QVERIFY(resumed.seconds > 1000);
    QVERIFY(resumed.imagesPerSecond > 2);  // of this part, not 51 steps in a thousand seconds
}

void TstResume::finishedRunIsEvaluatedInSilence()
{
    Recorder whole;
    const TrainResult unbroken = run(quickOptions(), whole);
    Recorder again;
    const TrainResult resumed = run(quickOptions(), again, unbroken.checkpoint);
    QVERIFY(again.steps.empty() && again.epochs.empty());
    QVERIFY(!resumed.stopped);
    QVERIFY(resumed.weights == unbroken.weights);
    QVERIFY(resumed.test.answers == unbroken.test.answers);
}

void TstResume::olderCheckpointsAreGoneOnWith()
{
    Recorder whole;
    whole.checkpointsAt = {40};
    const TrainResult unbroken = run(quickOptions(), whole);
    StateDict older = whole.checkpoints.front();
    for (const char* key : {"seconds", "evaluated_step", "sum.loss", "sum.correct", "sum.steps"})
        QCOMPARE(older.metadata.erase(key), std::size_t(1));
    Recorder rest;
    QVERIFY(run(quickOptions(), rest, older).weights == unbroken.weights);
    QCOMPARE(rest.epochs.size(), std::size_t(2));
    QVERIFY(same(rest.epochs.front(), whole.epochs[2]));
    older.metadata["sum.steps"] = "1";
    older.metadata["sum.loss"] = "much";
    QVERIFY_THROWS_EXCEPTION(Error, (void)run(quickOptions(), rest, older));
}

void TstResume::theSameImagesAreChosenAgain()
{
    TrainOptions options = quickOptions();
    options.selectImages = 200;  // of 640: an epoch is 6 steps
    Recorder whole;
    whole.checkpointsAt = {8};
    const TrainResult unbroken = run(options, whole);
    QCOMPARE(unbroken.steps, 24);
    QCOMPARE(whole.steps.front().totalSteps, 24);
    Recorder rest;
    const StateDict& half = whole.checkpoints.front();
    const TrainResult resumed = run(optionsOf(half), rest, half);
    QVERIFY(resumed.weights == unbroken.weights);
    QCOMPARE(rest.steps.size(), std::size_t(16));
    for (std::size_t k = 0; k < rest.steps.size(); ++k)
        compareSteps(rest.steps[k], whole.steps[8 + k]);
}

GLYPHSCOPE_TEST(TstResume, Core)
#include "tst_resume.moc"
