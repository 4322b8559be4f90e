// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/run_store.h"
#include "tests/journeys/journey.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "ui/runs/runs_panel.h"
#include "ui/training/training_panel.h"

#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

/// What is changed in the course of a run is that run's alone.
class TstLiveRate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void changedRateStaysWithItsRun();
    void changedValuesAreTakenOnRequest();
    void closingKeepsWhatWasChosen();
    void whatIsInPlaceIsSaid();
};

namespace {

constexpr double kOther = 0.0125;

/// A run of the recipe's rate that waits after its first epoch, changed to another rate.
void changeRateInARun(OpenWindow& window)
{
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    window.press(Qt::Key_2, Qt::ControlModifier);
    auto* panel = window->panel<TrainingPanel>();
    panel->setOpenSections({u"more"_s, u"learningRate"_s});
    hand::click(*window.find<QToolButton>("training.epoch"));
    auto* primary = window.find<QPushButton>("training.button");
    QTRY_VERIFY_WITH_TIMEOUT(primary->isEnabled() && primary->text().contains(u"Resume"_s), 60000);
    auto* rate = window.find<QWidget>("training.learningRate");
    rate->setFocus();
    QTest::keyClick(rate, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(rate, u"0.0125"_s);
    QTest::keyClick(rate, Qt::Key_Return);
    QCOMPARE(panel->options().peakLearningRate, kOther);
}

void resumeToTheEnd(OpenWindow& window)
{
    hand::click(*window.find<QPushButton>("training.button"));
    QTRY_VERIFY_WITH_TIMEOUT(window.trained(), 120000);
}

void trainAgain(OpenWindow& window)
{
    hand::click(*window.find<QPushButton>("training.button"));
    QTRY_VERIFY_WITH_TIMEOUT(window.shows(WeightsSource::Training), 60000);
    QTRY_VERIFY_WITH_TIMEOUT(window.trained(), 120000);
}

RunStore storedRuns(const ScratchData& data)
{
    return RunStore(data.file(u"runs"_s).toStdString());
}

}  // namespace

void TstLiveRate::changedRateStaysWithItsRun()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    OpenWindow window(data);
    const TrainOptions chosen = window->panel<TrainingPanel>()->options();
    changeRateInARun(window);
    resumeToTheEnd(window);
    QCOMPARE(window->panel<TrainingPanel>()->options(), chosen);
    const RunStore runs = storedRuns(data);
    QCOMPARE(runs.curves(runs.list().at(0).id).marks.size(), std::size_t(1));  // the run did have it
    trainAgain(window);
    QCOMPARE(runs.list().size(), std::size_t(2));
    QCOMPARE(runs.list().at(0).options.peakLearningRate, chosen.peakLearningRate);
    QCOMPARE(runs.list().at(0).options.recipe, chosen.recipe);
}

void TstLiveRate::changedValuesAreTakenOnRequest()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    OpenWindow window(data);
    auto* take = window.find<QToolButton>("training.useChanged");
    changeRateInARun(window);
    QVERIFY(!take->isVisible());
    resumeToTheEnd(window);
    QVERIFY(take->isVisible());
    hand::click(*take);
    QVERIFY(!take->isVisible());
    QCOMPARE(window->panel<TrainingPanel>()->options().peakLearningRate, kOther);
    trainAgain(window);
    QCOMPARE(storedRuns(data).list().at(0).options.peakLearningRate, kOther);
    QVERIFY(!take->isVisible());
}

void TstLiveRate::closingKeepsWhatWasChosen()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    TrainOptions chosen;
    {
        OpenWindow window(data);
        chosen = window->panel<TrainingPanel>()->options();
        changeRateInARun(window);
        window.leave();
    }
    OpenWindow window(data);
    QCOMPARE(window->panel<TrainingPanel>()->options(), chosen);
}

/// After a training, its status line follows undo and redo, and what becomes of the run.
void TstLiveRate::whatIsInPlaceIsSaid()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    window.press(Qt::Key_2, Qt::ControlModifier);
    trainAgain(window);
    const QString used = window.label("training.status");
    auto* undo = window.find<QAction>("action.undoWeights");
    QTRY_VERIFY(undo->isEnabled());
    undo->trigger();
    QTRY_VERIFY(window.label("training.status") != used);
    const QString unused = window.label("training.status");
    QVERIFY2(unused.contains(u"Other weights"_s), qPrintable(unused));
    hand::openTab(*window, u"Runs"_s);
    auto* table = window->panel<RunsPanel>()->findChild<QTableView*>();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    hand::clickCell(*table, 0, 1);
    QTest::keyClick(table, Qt::Key_Delete);
    QTRY_VERIFY(window.label("training.status") != unused);
    QVERIFY(window.label("training.status") != used);
    hand::click(*window.find<QAbstractButton>("runs.restore"));
    QTRY_COMPARE(window.label("training.status"), unused);
    auto* redo = window.find<QAction>("action.redoWeights");
    QTRY_VERIFY(redo->isEnabled());
    redo->trigger();
    QTRY_COMPARE(window.label("training.status"), used);
}

GLYPHSCOPE_TEST(TstLiveRate, Widgets)
#include "tst_live_rate.moc"
