// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/simple_cnn.h"
#include "model/training/train.h"
#include "model/types/error.h"
#include "tests/model/training/bars.h"

#include <QtTest/QTest>

using namespace glyphscope;
using namespace glyphscope::test;

class TstTrain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void learnsAndReports();
    void sameSeedSameWeights();
    void resumedRunEqualsTheUnbroken_data();
    void resumedRunEqualsTheUnbroken();
    void stopsAtTheAskedAccuracy();
    void snapshotsAreTheWeightsOfTheMoment();
    void evaluationCountsEveryImage();
    void badDataIsRefused();
    void foreignCheckpointIsRefused();
    void infiniteLossIsCaught();
};

void TstTrain::learnsAndReports()
{
    Recorder recorder;
    const TrainResult result = run(quickOptions(), recorder);
    QCOMPARE(recorder.steps.size(), std::size_t(80));
    QCOMPARE(recorder.epochs.size(), std::size_t(4));
    QCOMPARE(recorder.steps.back().step, 80);
    QCOMPARE(recorder.steps.back().totalSteps, 80);
    QCOMPARE(recorder.steps.back().epoch, 4.0);
    QVERIFY(recorder.epochs.back().trainLoss < recorder.epochs.front().trainLoss);
    QVERIFY(result.test.accuracy() > 0.95);
    QCOMPARE(result.test.accuracy(), recorder.epochs.back().testAccuracy);
    QVERIFY(!result.stopped);
    QVERIFY(result.imagesPerSecond > 0 && result.seconds > 0);
}

void TstTrain::sameSeedSameWeights()
{
    Recorder a;
    Recorder b;
    Recorder c;
    const StateDict first = run(quickOptions(), a).weights;
    QVERIFY(run(quickOptions(), b).weights == first);
    TrainOptions other = quickOptions();
    other.seed = 6;
    QVERIFY(run(other, c).weights.tensors != first.tensors);
}

void TstTrain::resumedRunEqualsTheUnbroken_data()
{
    QTest::addColumn<int>("stopAt");
    QTest::newRow("after the first step") << 1;
    QTest::newRow("in the middle of an epoch") << 29;
    QTest::newRow("between two epochs") << 40;
}

void TstTrain::resumedRunEqualsTheUnbroken()
{
    QFETCH(int, stopAt);
    Recorder whole;
    const TrainResult unbroken = run(quickOptions(), whole);

    Recorder broken;
    broken.stopAt = stopAt;
    const TrainResult half = run(quickOptions(), broken);
    QVERIFY(half.stopped);
    QCOMPARE(half.steps, stopAt);
    Recorder rest;
    const TrainResult resumed = run(quickOptions(), rest, half.checkpoint);
    QVERIFY(resumed.weights == unbroken.weights);
    QVERIFY(resumed.checkpoint == unbroken.checkpoint);
    QCOMPARE(rest.steps.front().step, stopAt + 1);
}

void TstTrain::stopsAtTheAskedAccuracy()
{
    TrainOptions options = quickOptions();
    options.epochs = 50;
    options.untilAccuracy = 0.9;
    options.evaluateEvery = 5;
    Recorder recorder;
    const TrainResult result = run(options, recorder);
    QVERIFY(result.test.accuracy() >= 0.9);
    QVERIFY(result.steps < 500);
    QVERIFY(!result.stopped);
}

void TstTrain::snapshotsAreTheWeightsOfTheMoment()
{
    TrainOptions options = quickOptions();
    options.averaging = 0;
    options.epochs = 1;
    Recorder recorder;
    recorder.wantSnapshots = true;
    const TrainResult result = run(options, recorder);
    QCOMPARE(recorder.snapshots.size(), std::size_t(20));
    torch::manual_seed(options.seed);
    QVERIFY(recorder.snapshots.front().tensors == stateDict(SimpleCNN()).tensors);
    QVERIFY(recorder.snapshots.back().tensors != result.weights.tensors);
}

void TstTrain::evaluationCountsEveryImage()
{
    Recorder recorder;
    const TrainResult result = run(quickOptions(), recorder);
    const Evaluation again = evaluate(result.weights, barSets().test, "cpu", {});
    QCOMPARE(again.count, 200);
    QCOMPARE(again.correct, result.test.correct);
    std::int64_t sum = 0;
    for (const std::int64_t cell : again.confusion)
        sum += cell;
    QCOMPARE(sum, 200);
}

void TstTrain::badDataIsRefused()
{
    Recorder recorder;
    TrainTest small = barSets();
    small.train = bars(10, 1);
    QVERIFY_THROWS_EXCEPTION(Error, (void)train(small, quickOptions(), {}, {}, recorder));
    TrainTest empty = barSets();
    empty.test = Dataset{};
    QVERIFY_THROWS_EXCEPTION(Error, (void)train(empty, quickOptions(), {}, {}, recorder));
    TrainTest wrong = barSets();
    wrong.train.labels[3] = 77;
    QVERIFY_THROWS_EXCEPTION(Error, (void)train(wrong, quickOptions(), {}, {}, recorder));
}

void TstTrain::foreignCheckpointIsRefused()
{
    Recorder recorder;
    QVERIFY_THROWS_EXCEPTION(Error, (void)run(quickOptions(), recorder, StateDict{}));
    QVERIFY_THROWS_EXCEPTION(Error, (void)run(quickOptions(), recorder, stateDict(SimpleCNN())));
    Recorder broken;
    broken.stopAt = 3;
    const StateDict checkpoint = run(quickOptions(), broken).checkpoint;
    TrainTest other = barSets();
    other.train.labels[7] = 9;  // one label tells other data
    QVERIFY_THROWS_EXCEPTION(Error, (void)train(other, quickOptions(), checkpoint, {}, recorder));
}

void TstTrain::infiniteLossIsCaught()
{
    TrainOptions options = quickOptions();
    options.optimizer = OptimizerKind::Nesterov;
    options.peakLearningRate = 1e30;
    Recorder recorder;
    QVERIFY_THROWS_EXCEPTION(Error, (void)run(options, recorder));
}

QTEST_GUILESS_MAIN(TstTrain)
#include "tst_train.moc"
