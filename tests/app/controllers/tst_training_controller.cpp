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
#include <QtWidgets/QLabel>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// Ready to train on a small set, three epochs of ten steps.
struct TrainingFixture {
    explicit TrainingFixture(std::shared_ptr<test::FakeEngine> fake = std::make_shared<test::FakeEngine>())
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
    void saysBeforehandHowLongATrainingTakes();
    void beginsWithWeightsOfTheSameClassesOnly();
    void savesCurvesWhereItIsTold();
};

void TstTrainingController::appliesWhatARunEndsWith()
{
    TrainingFixture fixture;
    QSignalSpy running(&fixture.controller, &TrainingController::runningChanged);
    QSignalSpy tested(&fixture.controller, &TrainingController::testRead);
    fixture.start();
    QVERIFY(fixture.running());
    QTRY_COMPARE(running.size(), 2);
    QCOMPARE(running[0][0].toBool(), true);
    QCOMPARE(running[1][0].toBool(), false);
    QCOMPARE(fixture.inUse(), tensorsOf(30));
    QCOMPARE(fixture.sessions.weights.shown(), fixture.sessions.weights.inUse());
    QCOMPARE(fixture.runs->list().at(0).state, RunState::Done);
}

void TstTrainingController::appliesWhatAStoppedRunHas()
{
    TrainingFixture fixture;
    QSignalSpy paused(&fixture.controller.session(), &TrainingSession::pausedChanged);
    fixture.start(TrainUntil::OneEpoch);
    QTRY_COMPARE(paused.size(), 1);
    QTRY_COMPARE(fixture.shown(), tensorsOf(10));
    QCOMPARE(fixture.inUse(), tensorsOf(0));
    Q_EMIT fixture.panel.stopRequested();
    QTRY_VERIFY(!fixture.running());
    QCOMPARE(fixture.inUse(), tensorsOf(10));
    QCOMPARE(fixture.runs->list().at(0).state, RunState::Stopped);
}

void TstTrainingController::resumesWithOptionsAndDataOfTheRun()
{
    TrainingFixture fixture(std::make_shared<NotingEngine>());
    fixture.options.frozen = {"value"};
    QSignalSpy paused(&fixture.controller.session(), &TrainingSession::pausedChanged);
    fixture.start(TrainUntil::OneEpoch);
    QTRY_COMPARE(paused.size(), 1);
    Q_EMIT fixture.panel.stopRequested();
    QTRY_VERIFY(!fixture.running());

    fixture.panel.setOptions({});
    fixture.panel.setData({});
    std::optional<TrainOptions> trained;
    std::optional<DataChoice> on;
    connect(&fixture.controller, &TrainingController::runningChanged, &fixture.panel, [&](bool running) {
        if (running)
            trained = fixture.panel.options(), on = fixture.panel.data();
    });
    QSignalSpy frozen(&fixture.controller, &TrainingController::frozenRestored);
    QSignalSpy running(&fixture.controller, &TrainingController::runningChanged);
    fixture.controller.resume(fixture.runs->list().at(0));
    QTRY_COMPARE(running.size(), 2);
    QCOMPARE(trained->epochs, 3);
    QCOMPARE(*on, fixture.data);
    QCOMPARE(fixture.panel.options().epochs, TrainOptions().epochs);  // as chosen before
    QCOMPARE(fixture.panel.data(), DataChoice());
    QCOMPARE(frozen.size(), 1);
    QCOMPARE(fixture.inUse(), tensorsOf(30));
    QCOMPARE(fixture.runs->list().size(), std::size_t{1});
}

void TstTrainingController::showsTheLastGoodWeightsOfARunThatFailed()
{
    auto engine = std::make_shared<test::FakeEngine>();
    engine->failure = "conv2 was first";
    TrainingFixture fixture(engine);
    fixture.start();
    QTRY_VERIFY(!fixture.running());
    QCOMPARE(fixture.shown(), tensorsOf(30));
    QCOMPARE(fixture.inUse(), tensorsOf(0));
}

void TstTrainingController::doesNotHideWhatTheUserAppliesMeanwhile()
{
    TrainingFixture fixture(endlessFake());
    fixture.start();
    QTRY_VERIFY(fixture.sessions.weights.shown() != fixture.sessions.weights.inUse());
    fixture.sessions.weights.apply(std::make_shared<const StateDict>(test::weightsOf(-5)), u"Mine"_s);
    QCOMPARE(fixture.shown(), tensorsOf(-5));
    QSignalSpy snapshots(&fixture.controller.session(), &TrainingSession::snapshotTaken);
    QTRY_VERIFY(snapshots.size() >= 2);
    QCOMPARE(fixture.shown(), tensorsOf(-5));
    Q_EMIT fixture.panel.stopRequested();
    QTRY_VERIFY(!fixture.running());
    QCOMPARE(fixture.inUse(), tensorsOf(-5));
}

void TstTrainingController::startsNothingWhileTheNetworkIsTaught()
{
    TrainingFixture fixture;
    fixture.controller.setBlocked(true);
    fixture.start();
    QVERIFY(!fixture.running());
    QVERIFY(fixture.sessions.notices.text().contains(u"taught your hand"_s));
    fixture.controller.setBlocked(false);
    fixture.start();
    QVERIFY(fixture.running());
    QTRY_VERIFY(!fixture.running());
}

void TstTrainingController::resetShowsUntrainedWeightsWithoutWaitingForTheDisk()
{
    TrainingFixture fixture;
    const test::Blocked disk(fixture.sessions.disk);
    fixture.options.seed = 7;
    fixture.panel.setOptions(fixture.options);
    QSignalSpy reset(&fixture.controller, &TrainingController::wasReset);
    Q_EMIT fixture.panel.resetRequested(false);
    QTRY_COMPARE(reset.size(), 1);
    QCOMPARE(fixture.shown(), tensorsOf(7));
    QCOMPARE(fixture.inUse(), tensorsOf(0));
}

void TstTrainingController::saysBeforehandHowLongATrainingTakes()
{
    const auto engine = std::make_shared<test::FakeEngine>();
    engine->stepsPerEpoch = 50;  // enough to measure
    engine->imagesPerSecond = 10;
    TrainingFixture fixture(engine);
    auto* status = fixture.panel.findChild<QLabel*>(u"training.status"_s);
    QVERIFY(status != nullptr);
    fixture.controller.restore({});
    DataSources sources;
    sources.images[QString::fromStdString(fixture.data.folders.at(0))] = 400;
    fixture.panel.setDataSources(sources);
    fixture.panel.setEngineReady(true);
    fixture.options.epochs = 1;
    fixture.panel.setOptions(fixture.options);
    fixture.panel.setData(fixture.data);
    QCOMPARE(status->text(), u"Train trains SimpleCNN."_s);  // nothing was measured yet
    fixture.start();
    QTRY_VERIFY(!fixture.running());

    const TrainingSettings kept = fixture.controller.kept();
    QCOMPARE(kept.speeds.all().size(), std::size_t(1));
    QCOMPARE(kept.speeds.all()[0].imagesPerSecond, 10.0);
    QVERIFY(kept.speeds.all()[0].multiplyAdds > 0);
    fixture.panel.clearRun();
    QCOMPARE(status->text(), u"Train trains SimpleCNN: about 40 s."_s);
    fixture.options.epochs = 30;
    fixture.panel.setOptions(fixture.options);  // 12,000 images at 10 a second
    QCOMPARE(status->text(), u"Training SimpleCNN takes about 20 min, at 10 images/s as measured before."_s);
    QCOMPARE(status->property("role").toString(), u"caution"_s);
}

void TstTrainingController::beginsWithWeightsOfTheSameClassesOnly()
{
    TrainingFixture fixture;
    fixture.sessions.weights.apply(test::tenClasses(0), u"Ten"_s);
    fixture.data.folders = {fixture.sessions.file(u"letters"_s).toStdString()};
    test::writeSmallMnist(fixture.sessions.file(u"letters"_s), 60, 26);
    fixture.options.fromWeights = true;
    QSignalSpy failed(&fixture.controller.session(), &TrainingSession::failed);
    fixture.start();
    QTRY_COMPARE(failed.size(), 1);
    const QString message = failed[0][0].toString();
    QVERIFY2(message.contains(u"tell 10 classes"_s) && message.contains(u"26 outputs in Build"_s),
             qPrintable(message));
    fixture.options.fromWeights = false;
    QSignalSpy finished(&fixture.controller.session(), &TrainingSession::finished);
    fixture.start();
    QTRY_COMPARE(finished.size(), 1);
}

void TstTrainingController::savesCurvesWhereItIsTold()
{
    TrainingFixture fixture;
    fixture.start();
    QTRY_VERIFY(!fixture.running());
    Q_EMIT fixture.panel.chart()->exportRequested(CurveFormat::Csv);
    auto* dialog = fixture.sessions.window.findChild<QFileDialog*>(u"fileDialog"_s);
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->defaultSuffix(), u"csv"_s);
    Q_EMIT dialog->fileSelected(fixture.sessions.file(u"curves.csv"_s));
    dialog->close();
    QTRY_COMPARE(fixture.sessions.notices.text(), u"Saved "_s + fixture.sessions.file(u"curves.csv"_s));
    QFile file(fixture.sessions.file(u"curves.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().count('\n') > 30);
}

GLYPHSCOPE_TEST(TstTrainingController, Widgets)
#include "tst_training_controller.moc"
