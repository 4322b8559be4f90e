// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/runs_controller.h"
#include "app/controllers/training_controller.h"
#include "tests/app/controllers/sessions.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/runs/runs_panel.h"
#include "ui/training/gradient_flow_strip.h"
#include "ui/training/training_panel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// Runs on disk, a checkpoint of each at steps 10 and 20 with weights of that value.
struct RunsFixture {
    RunsFixture()
    {
        const auto writer = runs->begin({});
        id = QString::fromStdString(writer->info().id);
        for (const int step : {10, 20}) {
            StepStats stats;
            stats.step = step;
            stats.totalSteps = 30;
            writer->addSteps(std::span(&stats, 1));
            writer->keepResumePoint(test::FakeEngine::checkpointAt(step));
            writer->keepCheckpoint(test::FakeEngine::checkpointAt(step), step / 10.0);
        }
        writer->keepBest(test::FakeEngine::checkpointAt(10));
        writer->end(RunState::Stopped, {});
    }

    [[nodiscard]] float shown() const { return sessions.weights.shown()->tensors.at(0).values.at(0); }
    [[nodiscard]] float inUse() const { return sessions.weights.inUse()->tensors.at(0).values.at(0); }

    test::Sessions sessions;
    std::shared_ptr<RunStore> runs = std::make_shared<RunStore>(sessions.path("runs"));
    QString id;
    RunsPanel panel;
    TrainingPanel trainingPanel;
    GradientFlowStrip flow;
    TrainingController training{{.training = trainingPanel,
                                 .gradientFlow = flow,
                                 .notices = sessions.notices,
                                 .dialogs = sessions.dialogs,
                                 .engine = sessions.engine,
                                 .disk = sessions.disk,
                                 .compute = sessions.compute,
                                 .weights = sessions.weights,
                                 .runs = runs,
                                 .samples = [](const ClassSet&) { return Dataset(); }}};
    RunsController controller{{.runs = panel,
                               .training = trainingPanel,
                               .notices = sessions.notices,
                               .disk = sessions.disk,
                               .weights = sessions.weights,
                               .trainer = training,
                               .store = runs}};
};

}  // namespace

class TstRunsController : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void scrubbingShowsCheckpointsAndLeavesWhatIsInUse();
    void scrubbingSurvivesSnapshotsOfATrainingAndOfAFineTune_data();
    void scrubbingSurvivesSnapshotsOfATrainingAndOfAFineTune();
    void aCheckpointThatIsGoneIsToldInThePanel();
    void usesTheBest();
    void trashesAndRestores();
};

void TstRunsController::scrubbingShowsCheckpointsAndLeavesWhatIsInUse()
{
    RunsFixture fixture;
    Q_EMIT fixture.panel.scrubbed(fixture.id, 10);
    QTRY_COMPARE(fixture.shown(), 10.0F);
    Q_EMIT fixture.panel.scrubbed(fixture.id, 20);
    QTRY_COMPARE(fixture.shown(), 20.0F);
    QCOMPARE(fixture.inUse(), 0.0F);
    Q_EMIT fixture.panel.scrubEnded();
    QCOMPARE(fixture.shown(), 0.0F);
}

void TstRunsController::scrubbingSurvivesSnapshotsOfATrainingAndOfAFineTune_data()
{
    QTest::addColumn<int>("source");
    QTest::newRow("training") << static_cast<int>(WeightsSource::Training);
    QTest::newRow("fine-tune") << static_cast<int>(WeightsSource::FineTune);
}

void TstRunsController::scrubbingSurvivesSnapshotsOfATrainingAndOfAFineTune()
{
    QFETCH(int, source);
    RunsFixture fixture;
    const auto snapshot = [&](float value) {
        fixture.sessions.weights.set(static_cast<WeightsSource>(source),
                                     std::make_shared<const StateDict>(test::weightsOf(value)), {});
    };
    Q_EMIT fixture.panel.scrubbed(fixture.id, 10);
    QTRY_COMPARE(fixture.shown(), 10.0F);
    snapshot(5);
    QCOMPARE(fixture.shown(), 10.0F);
    Q_EMIT fixture.panel.scrubbed(fixture.id, 20);
    QTRY_COMPARE(fixture.shown(), 20.0F);
    Q_EMIT fixture.panel.scrubEnded();
    QCOMPARE(fixture.shown(), 5.0F);
}

void TstRunsController::aCheckpointThatIsGoneIsToldInThePanel()
{
    RunsFixture fixture;
    Q_EMIT fixture.panel.scrubbed(fixture.id, 15);
    auto* problem = fixture.panel.findChild<QLabel*>(u"runs.problem"_s);
    QVERIFY(problem != nullptr);
    QTRY_VERIFY(!problem->text().isEmpty());
    QCOMPARE(fixture.shown(), 0.0F);
}

void TstRunsController::usesTheBest()
{
    RunsFixture fixture;
    Q_EMIT fixture.panel.scrubbed(fixture.id, 20);
    QTRY_COMPARE(fixture.shown(), 20.0F);
    Q_EMIT fixture.panel.useRequested(fixture.id, -1);
    QTRY_COMPARE(fixture.inUse(), 10.0F);
    QCOMPARE(fixture.shown(), 10.0F);
}

void TstRunsController::trashesAndRestores()
{
    RunsFixture fixture;
    Q_EMIT fixture.panel.trashRequested({fixture.id});
    QTRY_VERIFY(fixture.runs->list().empty());
    QCOMPARE(fixture.runs->trashed().size(), std::size_t{1});
    QSignalSpy failed(&fixture.sessions.disk, &TaskSession::failed);
    // what is in the trash is known when the task's answer is here
    QTRY_VERIFY((Q_EMIT fixture.panel.restoreRequested(), fixture.runs->list().size() == 1));
    QCOMPARE(failed.size(), 0);
}

GLYPHSCOPE_TEST(TstRunsController, Widgets)
#include "tst_runs_controller.moc"
