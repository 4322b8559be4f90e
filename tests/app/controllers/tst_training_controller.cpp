// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/training_controller.h"
#include "model/training/recipes.h"
#include "tests/app/controllers/sessions.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/curves/curve_chart.h"
#include "ui/training/gradient_flow_strip.h"
#include "ui/training/training_panel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QFileDialog>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// Ready to train on a small set, three epochs of ten steps.
struct TrainingDesk {
    explicit TrainingDesk(std::shared_ptr<test::FakeEngine> fake = std::make_shared<test::FakeEngine>())
        : sessions(std::move(fake))
    {
        options.epochs = 3;
        data.mnist = false;
        data.folders = {sessions.file(u"set"_s).toStdString()};
        test::writeSmallMnist(sessions.file(u"set"_s), 40);
    }

    void start(TrainUntil until = TrainUntil::End) { Q_EMIT panel.trainRequested(options, data, until); }
    [[nodiscard]] bool running() { return controller.session().running(); }
    [[nodiscard]] const std::vector<NamedTensor>& inUse() const { return sessions.weights.inUse()->tensors; }
    [[nodiscard]] const std::vector<NamedTensor>& shown() const { return sessions.weights.shown()->tensors; }

    test::Sessions sessions;
    std::shared_ptr<RunStore> runs = std::make_shared<RunStore>(sessions.path("runs"));
    TrainingPanel panel;
    GradientFlowStrip flow;
    TrainOptions options;
    DataChoice data;
    TrainingController controller{{.training = panel,
                                   .gradientFlow = flow,
                                   .notices = sessions.notices,
                                   .dialogs = sessions.dialogs,
                                   .engine = sessions.engine,
                                   .disk = sessions.disk,
                                   .compute = sessions.compute,
                                   .weights = sessions.weights,
                                   .runs = runs,
                                   .samples = [](const ClassSet&) { return Dataset(); }}};
};

std::vector<NamedTensor> tensorsOf(float value)
{
    return test::weightsOf(value).tensors;
}

std::shared_ptr<test::FakeEngine> endlessFake()
{
    auto engine = std::make_shared<test::FakeEngine>();
    engine->endless = true;
    return engine;
}

/// Notes the options in what a run is resumed from, as the real one does.
class NotingEngine final : public test::FakeEngine {
public:
    [[nodiscard]] TrainResult train(const TrainTest& data, const TrainOptions& options,
                                    const std::optional<StateDict>& resume, std::stop_token stop,
                                    TrainSink& sink) override
    {
        TrainResult result = FakeEngine::train(data, options, resume, stop, sink);
        putOptions(options, result.checkpoint);
        return result;
    }
};

}  // namespace

class TstTrainingController : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void appliesWhatARunEndsWith();
    void appliesWhatAStoppedRunHas();
    void resumesWithOptionsAndDataOfTheRun();
    void showsTheLastGoodWeightsOfARunThatFailed();
    void doesNotHideWhatTheUserAppliesMeanwhile();
    void startsNothingWhileTheNetworkIsTaught();
    void resetShowsUntrainedWeightsWithoutWaitingForTheDisk();
    void savesCurvesWhereItIsTold();
};

void TstTrainingController::appliesWhatARunEndsWith()
{
    TrainingDesk desk;
    QSignalSpy running(&desk.controller, &TrainingController::runningChanged);
    QSignalSpy tested(&desk.controller, &TrainingController::testRead);
    desk.start();
    QVERIFY(desk.running());
    QTRY_COMPARE(running.size(), 2);
    QCOMPARE(running[0][0].toBool(), true);
    QCOMPARE(running[1][0].toBool(), false);
    QCOMPARE(desk.inUse(), tensorsOf(30));
    QCOMPARE(desk.sessions.weights.shown(), desk.sessions.weights.inUse());
    QCOMPARE(desk.runs->list().at(0).state, RunState::Done);
}

void TstTrainingController::appliesWhatAStoppedRunHas()
{
    TrainingDesk desk;
    QSignalSpy paused(&desk.controller.session(), &TrainingSession::pausedChanged);
    desk.start(TrainUntil::OneEpoch);
    QTRY_COMPARE(paused.size(), 1);
    QTRY_COMPARE(desk.shown(), tensorsOf(10));
    QCOMPARE(desk.inUse(), tensorsOf(0));
    Q_EMIT desk.panel.stopRequested();
    QTRY_VERIFY(!desk.running());
    QCOMPARE(desk.inUse(), tensorsOf(10));
    QCOMPARE(desk.runs->list().at(0).state, RunState::Stopped);
}

void TstTrainingController::resumesWithOptionsAndDataOfTheRun()
{
    TrainingDesk desk(std::make_shared<NotingEngine>());
    desk.options.frozen = {"value"};
    QSignalSpy paused(&desk.controller.session(), &TrainingSession::pausedChanged);
    desk.start(TrainUntil::OneEpoch);
    QTRY_COMPARE(paused.size(), 1);
    Q_EMIT desk.panel.stopRequested();
    QTRY_VERIFY(!desk.running());

    desk.panel.setOptions({});
    desk.panel.setData({});
    QSignalSpy frozen(&desk.controller, &TrainingController::frozenRestored);
    QSignalSpy running(&desk.controller, &TrainingController::runningChanged);
    desk.controller.resume(desk.runs->list().at(0));
    QTRY_COMPARE(running.size(), 2);
    QCOMPARE(desk.panel.options().epochs, 3);
    QCOMPARE(desk.panel.data(), desk.data);
    QCOMPARE(frozen.size(), 1);
    QCOMPARE(desk.inUse(), tensorsOf(30));
    QCOMPARE(desk.runs->list().size(), std::size_t{1});
}

void TstTrainingController::showsTheLastGoodWeightsOfARunThatFailed()
{
    auto engine = std::make_shared<test::FakeEngine>();
    engine->failure = "conv2 was first";
    TrainingDesk desk(engine);
    desk.start();
    QTRY_VERIFY(!desk.running());
    QCOMPARE(desk.shown(), tensorsOf(30));
    QCOMPARE(desk.inUse(), tensorsOf(0));
}

void TstTrainingController::doesNotHideWhatTheUserAppliesMeanwhile()
{
    TrainingDesk desk(endlessFake());
    desk.start();
    QTRY_VERIFY(desk.sessions.weights.shown() != desk.sessions.weights.inUse());
    desk.sessions.weights.apply(std::make_shared<const StateDict>(test::weightsOf(-5)), u"Mine"_s);
    QCOMPARE(desk.shown(), tensorsOf(-5));
    QSignalSpy snapshots(&desk.controller.session(), &TrainingSession::snapshotTaken);
    QTRY_VERIFY(snapshots.size() >= 2);
    QCOMPARE(desk.shown(), tensorsOf(-5));
    Q_EMIT desk.panel.stopRequested();
    QTRY_VERIFY(!desk.running());
    QCOMPARE(desk.inUse(), tensorsOf(-5));
}

void TstTrainingController::startsNothingWhileTheNetworkIsTaught()
{
    TrainingDesk desk;
    desk.controller.setBlocked(true);
    desk.start();
    QVERIFY(!desk.running());
    QVERIFY(desk.sessions.notices.text().contains(u"taught your hand"_s));
    desk.controller.setBlocked(false);
    desk.start();
    QVERIFY(desk.running());
    QTRY_VERIFY(!desk.running());
}

void TstTrainingController::resetShowsUntrainedWeightsWithoutWaitingForTheDisk()
{
    TrainingDesk desk;
    const test::Blocked disk(desk.sessions.disk);
    desk.options.seed = 7;
    desk.panel.setOptions(desk.options);
    QSignalSpy reset(&desk.controller, &TrainingController::wasReset);
    Q_EMIT desk.panel.resetRequested(false);
    QTRY_COMPARE(reset.size(), 1);
    QCOMPARE(desk.shown(), tensorsOf(7));
    QCOMPARE(desk.inUse(), tensorsOf(0));
}

void TstTrainingController::savesCurvesWhereItIsTold()
{
    TrainingDesk desk;
    desk.start();
    QTRY_VERIFY(!desk.running());
    Q_EMIT desk.panel.chart()->exportRequested(CurveFormat::Csv);
    auto* dialog = desk.sessions.window.findChild<QFileDialog*>(u"fileDialog"_s);
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->defaultSuffix(), u"csv"_s);
    Q_EMIT dialog->fileSelected(desk.sessions.file(u"curves.csv"_s));
    dialog->close();
    QTRY_COMPARE(desk.sessions.notices.text(), u"Saved "_s + desk.sessions.file(u"curves.csv"_s));
    QFile file(desk.sessions.file(u"curves.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().count('\n') > 30);
}

GLYPHSCOPE_TEST(TstTrainingController, Widgets)
#include "tst_training_controller.moc"
