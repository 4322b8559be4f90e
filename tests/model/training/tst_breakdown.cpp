// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/preview.h"
#include "model/training/recipes.h"
#include "tests/model/training/bars.h"
#include "tests/support/test_program.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace glyphscope;
using namespace glyphscope::test;

namespace {

TrainOptions steadyOptions()
{
    TrainOptions options = quickOptions();
    options.averaging = 0;
    options.schedule = ScheduleKind::Constant;
    options.peakLearningRate = 0.001;
    return options;
}

LiveOptions exploding(const TrainOptions& options)
{
    return changing(options, [](TrainOptions& o) {
        o.peakLearningRate = 1000;
        o.weightDecay = 1000;  // every weight grows a million times in a step
    });
}

LiveOptions hooking(HookKind kind, const char* module, double amount)
{
    HookSpec spec;
    spec.kind = kind;
    spec.module = module;
    spec.action = HookAction::Fill;
    spec.amount = amount;
    spec.training = true;
    LiveOptions options;
    options.hooks = {spec};
    return options;
}

bool allFinite(const StateDict& weights)
{
    return std::all_of(weights.tensors.begin(), weights.tensors.end(), [](const NamedTensor& tensor) {
        return std::all_of(tensor.values.begin(), tensor.values.end(),
                           [](float v) { return std::isfinite(v); });
    });
}

QString failureOf(const TrainResult& result)
{
    return QString::fromStdString(result.failure.text());
}

}  // namespace

class TstBreakdown : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void infiniteLossEndsTheRunAndTheFirstWeightsComeBack();
    void weightsOfTheLastSaneLossComeBack_data();
    void weightsOfTheLastSaneLossComeBack();
    void runGoesOnFromThemWithALowerRate();
    void explosionIsNamedByItsModule();
    void explodedLossIsNotGood();
    void firstModuleIsNamed_data();
    void firstModuleIsNamed();
    void lastStepIsJudgedToo();
    void noStepIsReportedOfTheBreakdown();
};

void TstBreakdown::infiniteLossEndsTheRunAndTheFirstWeightsComeBack()
{
    TrainOptions options = steadyOptions();
    options.optimizer = OptimizerKind::Nesterov;
    options.peakLearningRate = 1000;
    options.weightDecay = 1000;
    Recorder recorder;
    const TrainResult result = run(options, recorder);
    QVERIFY(!result.stopped);
    QCOMPARE(result.steps, 0);
    QCOMPARE(recorder.steps.size(), std::size_t(2));
    QVERIFY(result.weights.tensors == initialWeights(options.seed, {}, 10).tensors);
    const QString message = failureOf(result);
    QVERIFY2(message.startsWith(QStringLiteral("The loss is not finite at step 3: the ")),
             qPrintable(message));
    QVERIFY2(message.contains(QStringLiteral("before the first step are back")), qPrintable(message));
    QVERIFY2(message.endsWith(QStringLiteral(" Lower the learning rate (1000 at its peak) and train again.")),
             qPrintable(message));
}

void TstBreakdown::weightsOfTheLastSaneLossComeBack_data()
{
    QTest::addColumn<OptimizerKind>("optimizer");
    QTest::addColumn<double>("averaging");
    QTest::newRow("AdamW") << OptimizerKind::AdamW << 0.0;
    QTest::newRow("averaged") << OptimizerKind::AdamW << 0.9;
    QTest::newRow("SGD") << OptimizerKind::Sgd << 0.0;
}

void TstBreakdown::weightsOfTheLastSaneLossComeBack()
{
    QFETCH(OptimizerKind, optimizer);
    QFETCH(double, averaging);
    TrainOptions options = steadyOptions();
    options.optimizer = optimizer;
    options.averaging = averaging;
    options.dropout = 0.1;
    Changer changer(70, exploding(options));
    changer.wantSnapshots = true;
    changer.checkpointsAt = {50};
    const TrainResult result = run(options, changer);
    QVERIFY2(failureOf(result).contains(QStringLiteral("The weights after step 50 are back")),
             qPrintable(failureOf(result)));
    QCOMPARE(result.steps, 50);
    QVERIFY(result.weights == changer.snapshots[50]);
    // all of the state went back, but the change to the options stands
    QVERIFY(result.checkpoint.tensors == changer.checkpoints.front().tensors);
    QCOMPARE(result.checkpoint.metadata.at("sum.loss"), changer.checkpoints.front().metadata.at("sum.loss"));
    QCOMPARE(optionsOf(result.checkpoint).peakLearningRate, 1000.0);
    QVERIFY(result.test.answers == evaluate(result.weights, barSets().test, "cpu", {}).answers);
}

void TstBreakdown::runGoesOnFromThemWithALowerRate()
{
    const TrainOptions options = steadyOptions();
    Recorder whole;
    const TrainResult unbroken = run(options, whole);
    Changer changer(70, exploding(options));
    const TrainResult failed = run(options, changer);
    QVERIFY(!failed.failure.empty());
    Recorder rest;
    const TrainResult resumed = run(options, rest, failed.checkpoint);
    QVERIFY(resumed.failure.empty());
    QCOMPARE(rest.steps.front().step, 51);
    QVERIFY(resumed.weights == unbroken.weights);
}

void TstBreakdown::explosionIsNamedByItsModule()
{
    TrainOptions options = steadyOptions();
    options.optimizer = OptimizerKind::Sgd;
    options.beta1 = 0.9;
    options.peakLearningRate = 5;
    Recorder recorder;
    const TrainResult result = run(options, recorder);
    QVERIFY(recorder.steps.size() > 1);  // it takes some steps
    QCOMPARE(result.steps, 0);
    const QRegularExpression named(QStringLiteral(
        "^The (loss is|gradients are) not finite at step \\d+: the (output|weights|gradients) of "
        "(conv1|relu1|pool1|conv2|relu2|pool2|flatten|fc1|relu3|fc2) went first\\."));
    QVERIFY2(named.match(failureOf(result)).hasMatch(), qPrintable(failureOf(result)));
}

void TstBreakdown::explodedLossIsNotGood()
{
    // From step 40 on the loss is far above what it was; at step 70 it ends up not finite.
    class Worsening final : public Recorder {
    public:
        std::optional<LiveOptions> takeChanges() override
        {
            if (steps.size() == 40)
                return changing(steadyOptions(), [](TrainOptions& o) { o.peakLearningRate = 3; });
            if (steps.size() == 70)
                return exploding(steadyOptions());
            return std::nullopt;
        }
    } sink;
    const TrainResult result = run(steadyOptions(), sink);
    QVERIFY(!result.failure.empty());
    QVERIFY(sink.steps[60].loss > 1);
    QCOMPARE(result.steps, 0);  // step 50 would have been kept, had its loss been sane
    QVERIFY(allFinite(result.weights));
}

void TstBreakdown::firstModuleIsNamed_data()
{
    QTest::addColumn<HookKind>("kind");
    QTest::addColumn<QString>("module");
    QTest::addColumn<double>("amount");
    QTest::addColumn<QString>("message");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    QTest::newRow("output") << HookKind::Forward << QStringLiteral("relu2") << nan
                            << QStringLiteral("The loss is not finite at step 11: the output of relu2 went");
    QTest::newRow("input") << HookKind::ForwardPre << QStringLiteral("fc1") << infinity
                           << QStringLiteral(
                                  "The loss is not finite at step 11: the output of fc1 went first.");
    QTest::newRow("logits") << HookKind::Forward << QStringLiteral("fc2") << infinity
                            << QStringLiteral("The loss is not finite at step 11: the output of fc2 went");
    QTest::newRow("gradient")
        << HookKind::FullBackwardPre << QStringLiteral("fc1") << nan
        << QStringLiteral("The gradients are not finite at step 11: the gradients of fc1 went first.");
}

void TstBreakdown::firstModuleIsNamed()
{
    QFETCH(HookKind, kind);
    QFETCH(QString, module);
    QFETCH(double, amount);
    QFETCH(QString, message);
    Changer changer(10, hooking(kind, module.toUtf8().constData(), amount));
    const TrainResult result = run(steadyOptions(), changer);
    QVERIFY2(failureOf(result).startsWith(message), qPrintable(failureOf(result)));
    QVERIFY(failureOf(result).contains(QStringLiteral("A hook changes values")));
    QVERIFY(allFinite(result.weights) && allFinite(result.checkpoint));
}

void TstBreakdown::lastStepIsJudgedToo()
{
    const TrainOptions options = steadyOptions();
    // After step 79 the loss is huge and finite, after step 80 it is not.
    Changer changer(78, changing(options, [](TrainOptions& o) {
                        o.peakLearningRate = 100;
                        o.weightDecay = 1000;
                    }));
    const TrainResult result = run(options, changer);
    QVERIFY2(failureOf(result).startsWith(QStringLiteral("The test loss is not finite after step 80: the ")),
             qPrintable(failureOf(result)));
    QCOMPARE(result.steps, 50);
    QCOMPARE(changer.epochs.size(), std::size_t(3));
    QVERIFY(result.test.accuracy() > 0.5);
}

void TstBreakdown::noStepIsReportedOfTheBreakdown()
{
    Changer changer(30, exploding(steadyOptions()));
    (void)run(steadyOptions(), changer);
    for (const StepStats& step : changer.steps)
        QVERIFY(std::isfinite(step.loss) && std::isfinite(step.gradientNorm));
}

GLYPHSCOPE_TEST(TstBreakdown, Core)
#include "tst_breakdown.moc"
