// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/network.h"
#include "model/network/detail/pieces.h"
#include "model/network/detail/resources.h"
#include "model/training/schedule.h"
#include "model/training/train.h"
#include "model/types/class_names.h"
#include "model/types/error.h"
#include "tests/model/training/bars.h"
#include "tests/support/test_program.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

#include <chrono>
#include <cmath>
#include <condition_variable>
#include <limits>
#include <mutex>

using namespace glyphscope;
using namespace glyphscope::test;

namespace {

/// Lets the run wait before step `waitAt` + 1.
class Waiter final : public Recorder {
public:
    static constexpr double kSeconds = 0.3;

    void waitForTurn(std::stop_token token) override
    {
        if (steps.size() != waitAt)
            return;
        if (stopsThen)
            stop.request_stop();
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any never;
        (void)never.wait_for(lock, token, std::chrono::duration<double>(kSeconds), [] { return false; });
    }

    std::size_t waitAt = 0;
    bool stopsThen = false;
};

}  // namespace

class TstTrain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void learnsAndReports();
    void sameSeedSameWeights();
    void anyNumberOfThreadsGivesTheSameWeights_data();
    void anyNumberOfThreadsGivesTheSameWeights();
    void resumedRunEqualsTheUnbroken_data();
    void resumedRunEqualsTheUnbroken();
    void stopsAtTheAskedAccuracy();
    void snapshotsAreTheWeightsOfTheMoment();
    void evaluationCountsEveryImage();
    void badDataIsRefused();
    void foreignCheckpointIsRefused();
    void evaluationKnowsEveryImage();
    void everyEvaluationIsHandedOut();
    void validationIsEvaluatedAndNeverTrainedOn();
    void classNamesGoWithTheWeights();
    void gradientNormIsReported();
    void everyScheduleTrains_data();
    void everyScheduleTrains();
    void checkpointsAreAskedForAfterEveryStep();
    void waitingForItsTurnCountsForNothing();
    void choosingImagesIsNoTraining();
    void stopDuringTheWaitTakesNoStep();
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

void TstTrain::anyNumberOfThreadsGivesTheSameWeights_data()
{
    QTest::addColumn<OptimizerKind>("optimizer");
    QTest::addColumn<double>("dropout");
    QTest::addColumn<bool>("float32");
    QTest::addColumn<QString>("hooked");
    QTest::newRow("AdamW") << OptimizerKind::AdamW << 0.0 << false << "";
    QTest::newRow("Muon") << OptimizerKind::Muon << 0.0 << false << "";
    QTest::newRow("SGD, dropout") << OptimizerKind::Nesterov << 0.3 << false << "";
    QTest::newRow("float32") << OptimizerKind::Muon << 0.3 << true << "";
    QTest::newRow("through a hook that changes values") << OptimizerKind::AdamW << 0.3 << false << "conv2";
    QTest::newRow("through a hook between two layers") << OptimizerKind::AdamW << 0.3 << false << "pool1";
    QTest::newRow("through a hook on a wide Linear") << OptimizerKind::AdamW << 0.3 << false << "fc1";
}

void TstTrain::anyNumberOfThreadsGivesTheSameWeights()
{
    QFETCH(OptimizerKind, optimizer);
    QFETCH(double, dropout);
    QFETCH(bool, float32);
    QFETCH(QString, hooked);
    TrainOptions options = quickOptions();
    options.optimizer = optimizer;
    options.dropout = dropout;
    options.batchSize = 72;  // pieces of a batch, the last of them small
    LiveOptions change;
    if (!hooked.isEmpty()) {
        HookSpec half;
        half.id = 1;
        half.module = hooked.toStdString();
        half.action = HookAction::Scale;
        half.amount = 0.5;
        half.training = true;
        change.hooks.push_back(half);
    }
    if (float32)
        qputenv("GLYPHSCOPE_PRECISION", "float32");
    std::vector<StateDict> weights;
    for (const int threads : {1, 2, 3, 4}) {
        limitAvailableThreads(threads);
        useThreads(threads);  // more than there are processors, too
        Changer changer(0, change);
        changer.stopAt = 6;
        withHelpers(threads, [&] { weights.push_back(run(options, changer).weights); });
        QVERIFY(changer.refused.empty());
        QCOMPARE(changer.steps.size(), std::size_t{6});
    }
    limitAvailableThreads(std::numeric_limits<int>::max());
    qunsetenv("GLYPHSCOPE_PRECISION");
    for (const StateDict& other : weights)
        QVERIFY(other == weights.front());
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
    QVERIFY(timeless(resumed.checkpoint) == timeless(unbroken.checkpoint));
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
    QVERIFY(recorder.snapshots.front().tensors == stateDict(Network()).tensors);
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
    QVERIFY_THROWS_EXCEPTION(Error, (void)run(quickOptions(), recorder, stateDict(Network())));
    Recorder broken;
    broken.stopAt = 3;
    const StateDict checkpoint = run(quickOptions(), broken).checkpoint;
    TrainTest other = barSets();
    other.train.labels[7] = 9;  // one label tells other data
    QVERIFY_THROWS_EXCEPTION(Error, (void)train(other, quickOptions(), checkpoint, {}, recorder));
}

void TstTrain::evaluationKnowsEveryImage()
{
    Recorder recorder;
    recorder.stopAt = 25;  // by then it answers some wrongly
    const StateDict weights = run(quickOptions(), recorder).weights;
    const Dataset test = barSets().test;
    const Evaluation evaluation = evaluate(weights, test, "cpu", {});
    QCOMPARE(evaluation.answers.size(), test.size());
    QCOMPARE(evaluation.confidence.size(), test.size());
    QCOMPARE(evaluation.truthProbability.size(), test.size());
    std::vector<std::int64_t> confusion(100);
    double loss = 0;
    for (std::size_t i = 0; i < test.size(); ++i) {
        ++confusion[test.labels[i] * 10U + evaluation.answers[i]];
        loss -= std::log(evaluation.truthProbability[i]);
        const bool right = evaluation.answers[i] == test.labels[i];
        QVERIFY(right ? evaluation.confidence[i] == evaluation.truthProbability[i]
                      : evaluation.confidence[i] >= evaluation.truthProbability[i]);
        QVERIFY(evaluation.confidence[i] >= 0.1F && evaluation.confidence[i] <= 1);
    }
    QVERIFY(confusion == evaluation.confusion);
    QVERIFY(std::abs(loss / 200 - evaluation.loss) < 1e-4);
}

void TstTrain::everyEvaluationIsHandedOut()
{
    TrainOptions options = quickOptions();
    options.evaluateEvery = 8;  // of 20 steps an epoch
    options.epochs = 2;
    Recorder recorder;
    const TrainResult result = run(options, recorder);
    QCOMPARE(recorder.epochs.size(), std::size_t(6));  // 8, 16, 20, 24, 32, 40
    QCOMPARE(recorder.evaluations.size(), recorder.epochs.size());
    for (std::size_t i = 0; i < recorder.epochs.size(); ++i)
        QCOMPARE(recorder.evaluations[i].accuracy(), recorder.epochs[i].testAccuracy);
    QVERIFY(recorder.evaluations.back().answers == result.test.answers);
}

void TstTrain::validationIsEvaluatedAndNeverTrainedOn()
{
    Recorder without;
    const TrainResult plain = run(quickOptions(), without);
    QVERIFY(!without.epochs.back().validated);
    TrainTest data = barSets();
    data.validation = bars(100, 3);
    Recorder with;
    const TrainResult validated = train(data, quickOptions(), {}, {}, with);
    QVERIFY(validated.weights.tensors == plain.weights.tensors);
    const EpochStats& last = with.epochs.back();
    const Evaluation again = evaluate(validated.weights, data.validation, "cpu", {});
    QVERIFY(last.validated);
    QCOMPARE(last.validationAccuracy, again.accuracy());
    QCOMPARE(last.validationLoss, again.loss);
    QCOMPARE(last.testLoss, without.epochs.back().testLoss);
}

void TstTrain::classNamesGoWithTheWeights()
{
    TrainTest data = barSets();
    std::vector<std::string> names;
    for (int k = 0; k < data.train.classes.size(); ++k)
        names.push_back("bar " + std::to_string(k));
    data.train.classes = ClassSet(names);
    Recorder recorder;
    recorder.stopAt = 2;
    const TrainResult result = train(data, quickOptions(), {}, recorder.stop.get_token(), recorder);
    QVERIFY(classNamesOf(result.weights) == names);
    QVERIFY(classNamesOf(result.checkpoint) == names);
}

void TstTrain::gradientNormIsReported()
{
    TrainOptions options = quickOptions();
    options.optimizer = OptimizerKind::Sgd;
    options.schedule = ScheduleKind::Constant;
    options.beta1 = 0;
    options.averaging = 0;
    Recorder recorder;
    recorder.wantSnapshots = true;
    recorder.stopAt = 2;
    (void)run(options, recorder);
    // Plain descent moves the weights by the learning rate times the gradient.
    double squares = 0;
    for (std::size_t i = 0; i < recorder.snapshots[0].tensors.size(); ++i)
        for (std::size_t k = 0; k < recorder.snapshots[0].tensors[i].values.size(); ++k)
            squares += std::pow(
                recorder.snapshots[1].tensors[i].values[k] - recorder.snapshots[0].tensors[i].values[k], 2);
    const double norm = std::sqrt(squares) / options.peakLearningRate;
    QVERIFY(norm > 0);
    QVERIFY(std::abs(recorder.steps[0].gradientNorm / norm - 1) < 1e-3);
}

void TstTrain::everyScheduleTrains_data()
{
    QTest::addColumn<ScheduleKind>("kind");
    QTest::newRow("one cycle") << ScheduleKind::OneCycle;
    QTest::newRow("constant") << ScheduleKind::Constant;
    QTest::newRow("cosine") << ScheduleKind::Cosine;
    QTest::newRow("step") << ScheduleKind::Step;
}

void TstTrain::everyScheduleTrains()
{
    QFETCH(ScheduleKind, kind);
    TrainOptions options = quickOptions();
    options.epochs = 3;
    options.schedule = kind;
    options.peakLearningRate = 0.001;
    Recorder recorder;
    const TrainResult result = run(options, recorder);
    for (const StepStats& step : recorder.steps)
        QCOMPARE(step.learningRate, scheduledRate(step.step - 1, 20, 60, options));
    QVERIFY(result.test.accuracy() > 0.9);
}

void TstTrain::checkpointsAreAskedForAfterEveryStep()
{
    Recorder recorder;
    recorder.checkpointsAt = {1, 13, 20};
    (void)run(quickOptions(), recorder);
    QCOMPARE(recorder.checkpoints.size(), std::size_t(3));
    QCOMPARE(recorder.checkpoints[0].metadata.at("step"), std::string("1"));
    QCOMPARE(recorder.checkpoints[1].metadata.at("step"), std::string("13"));
    QCOMPARE(recorder.checkpoints[2].metadata.at("evaluated_step"), std::string("20"));
}

void TstTrain::waitingForItsTurnCountsForNothing()
{
    Waiter waiter;
    waiter.waitAt = 5;
    TrainOptions options = quickOptions();
    options.epochs = 1;
    QElapsedTimer wall;
    wall.start();
    const TrainResult result = run(options, waiter);
    QCOMPARE(result.steps, 20);
    QVERIFY(result.seconds <= static_cast<double>(wall.nsecsElapsed()) * 1e-9 - Waiter::kSeconds);
    QVERIFY(waiter.steps.back().imagesPerSecond >= 20 * 32 / result.seconds);
}

void TstTrain::choosingImagesIsNoTraining()
{
    const TrainTest data{bars(4000, 1), bars(20, 2), "bars"};
    TrainOptions options = quickOptions();
    options.epochs = 1;
    // what the first step's rate leaves out of its seconds
    const auto leftOut = [&](int images) {
        Recorder recorder;
        options.selectImages = images;
        recorder.stopAt = 1;
        (void)train(data, options, {}, recorder.stop.get_token(), recorder);
        return recorder.steps[0].seconds - options.batchSize / recorder.steps[0].imagesPerSecond;
    };
    QVERIFY(leftOut(0) <= 0);
    QVERIFY(leftOut(64) > 0);
}

void TstTrain::stopDuringTheWaitTakesNoStep()
{
    Waiter waiter;
    waiter.waitAt = 5;
    waiter.stopsThen = true;
    const TrainResult result = run(quickOptions(), waiter);
    QVERIFY(result.stopped);
    QCOMPARE(result.steps, 5);
}

GLYPHSCOPE_TEST(TstTrain, Core)
#include "tst_train.moc"
