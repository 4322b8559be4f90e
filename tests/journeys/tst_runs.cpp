// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/run_store.h"
#include "model/checkpoint/run_writer.h"
#include "tests/journeys/journey.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "ui/curves/curve_chart.h"
#include "ui/runs/runs_panel.h"
#include "ui/training/training_panel.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

/// What is done with trainings of the past.
class TstRuns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void everyTrainingIsListedAndCanBeNamed();
    void scrubbingReadsTheDrawingAgain();
    void twoAreCompared();
    void stoppedRunIsResumed();
    void interruptedRunIsOfferedAtTheStart();
    void trashIsUndone();
};

namespace {

constexpr int kState = 1;  // column of the list

RunStore storeOf(const ScratchData& data)
{
    return RunStore(data.file(u"runs"_s).toStdString());
}

void openTrainingDock(OpenWindow& window)
{
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    window.press(Qt::Key_2, Qt::ControlModifier);
}

void train(OpenWindow& window)
{
    auto* button = window.find<QPushButton>("training.button");
    QTRY_VERIFY(button->isEnabled());
    hand::click(*button);
    QTRY_VERIFY_WITH_TIMEOUT(!window.label("training.status").startsWith(u"Training "_s), 60000);
}

QTableView* openRuns(OpenWindow& window, int count)
{
    hand::openTab(*window, u"Runs"_s);
    auto* table = window->panel<RunsPanel>()->findChild<QTableView*>();
    const auto isEnded = [table] { return table->model()->index(0, kState).data() != u"running"_s; };
    [&] { QTRY_VERIFY(table->model()->rowCount() == count && isEnded()); }();
    return table;
}

/// A run whose program was killed in its midst: it has a resume point, and nobody ended it.
void leaveInterrupted(const ScratchData& data)
{
    const RunStore runs = storeOf(data);
    const std::string id = runs.list().at(0).id;
    QFile info(data.file(u"runs/%1/run.json"_s.arg(QString::fromStdString(id))));
    QVERIFY(info.open(QIODevice::ReadWrite));
    QByteArray text = info.readAll();
    QVERIFY(text.contains("\"state\":\"stopped\""));
    text.replace("\"state\":\"stopped\"", "\"state\":\"running\"");
    info.resize(0);
    info.seek(0);
    QCOMPARE(info.write(text), text.size());
}

void trainAndStop(OpenWindow& window)
{
    hand::click(*window.find<QPushButton>("training.button"));
    QTRY_VERIFY_WITH_TIMEOUT(window.shows(WeightsSource::Training), 60000);
    hand::click(*window.find<QToolButton>("training.stop"));
    QTRY_VERIFY_WITH_TIMEOUT(window.label("training.status").startsWith(u"Stopped"_s), 60000);
}

}  // namespace

void TstRuns::everyTrainingIsListedAndCanBeNamed()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    OpenWindow window(data);
    openTrainingDock(window);
    hand::openTab(*window, u"Runs"_s);
    QVERIFY(window->panel<RunsPanel>()->findChild<QWidget*>(u"runs.empty"_s)->isVisible());
    hand::openTab(*window, u"Training"_s);
    train(window);
    QTableView* table = openRuns(window, 1);
    hand::clickCell(*table, 0, 1);
    QTest::keyClick(table, Qt::Key_F2);
    auto* edit = table->findChild<QLineEdit*>(u"runs.nameEdit"_s);
    QVERIFY(edit != nullptr);
    QTest::keyClicks(edit, u"Bars"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    const RunStore runs = storeOf(data);
    QTRY_COMPARE(runs.list().at(0).name, "Bars");
    QCOMPARE(runs.list().at(0).state, RunState::Done);
}

void TstRuns::scrubbingReadsTheDrawingAgain()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    OpenWindow window(data);
    openTrainingDock(window);
    hand::write(window.canvas(), tourDigit(3));
    train(window);
    const QString title = window.label("status.weights");
    QTableView* table = openRuns(window, 1);
    hand::clickCell(*table, 0, 1);
    auto* scrubber = window.find<QWidget>("runs.slider");
    QTRY_VERIFY(scrubber->isEnabled());
    scrubber->setFocus();
    QTest::keyClick(scrubber, Qt::Key_Left);
    QTRY_VERIFY(window.shows(WeightsSource::Scrub));
    QTest::keyClick(scrubber, Qt::Key_Home);
    QTRY_COMPARE(window.label("status.weights"), u"Weights of step 0"_s);
    QVERIFY(window.label("runs.scrubWords").contains(u"Step 0"_s));
    auto* back = window.find<QPushButton>("runs.back");
    QVERIFY(back->isVisible());
    hand::click(*back);
    QTRY_COMPARE(window.label("status.weights"), title);

    // those of the past can be put in place, and taken back
    auto* use = window.find<QPushButton>("runs.use");
    QTest::keyClick(scrubber, Qt::Key_Home);
    QTRY_COMPARE(window.label("status.weights"), u"Weights of step 0"_s);
    hand::click(*use);
    QTRY_VERIFY(window.label("status.weights").endsWith(u", step 0"_s));
    QVERIFY(!window->panel<RunsPanel>()->isScrubbing());
    auto* undo = window.find<QAction>("action.undoWeights");
    QTRY_VERIFY(undo->isEnabled());
    undo->trigger();
    QTRY_COMPARE(window.label("status.weights"), title);
}

void TstRuns::twoAreCompared()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    OpenWindow window(data);
    openTrainingDock(window);
    train(window);
    hand::click(*window.find<QToolButton>("training.newSeed"));
    train(window);
    QTableView* table = openRuns(window, 2);
    hand::clickCell(*table, 0, 1);
    hand::clickCell(*table, 1, 1, Qt::ControlModifier);
    auto* compare = window.find<QWidget>("runs.compare");
    QTRY_VERIFY(compare->isVisible());
    QVERIFY(window.find<QWidget>("runs.classBars")->isVisible());

    // and one is laid under the curves of the next
    hand::clickCell(*table, 1, 1);
    QTest::keyClick(table, Qt::Key_Space);
    const auto runs = [&window] { return window->panel<TrainingPanel>()->chart()->model().runs.size(); };
    QTRY_COMPARE(runs(), std::size_t(2));
}

void TstRuns::stoppedRunIsResumed()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 3200);
    OpenWindow window(data);
    openTrainingDock(window);
    trainAndStop(window);
    const RunStore runs = storeOf(data);
    const RunInfo before = runs.list().at(0);
    QVERIFY(before.step < before.totalSteps);
    QTableView* table = openRuns(window, 1);
    hand::clickCell(*table, 0, 1);
    auto* resume = window.find<QPushButton>("runs.resume");
    QTRY_VERIFY(resume->isEnabled());
    hand::click(*resume);
    QTRY_COMPARE_WITH_TIMEOUT(runs.list().at(0).state, RunState::Done, 120000);
    QCOMPARE(runs.list().size(), std::size_t(1));
    const RunCurves curves = runs.curves(before.id);
    QCOMPARE(curves.steps.size(), static_cast<std::size_t>(before.totalSteps));
    QTRY_COMPARE(window->panel<TrainingPanel>()->chart()->curves().steps.size(), curves.steps.size());
}

void TstRuns::interruptedRunIsOfferedAtTheStart()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 3200);
    {
        OpenWindow window(data);
        openTrainingDock(window);
        trainAndStop(window);
        window.leave();
    }
    leaveInterrupted(data);
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    auto* resume = window.find<QPushButton>("notices.action");
    QTRY_VERIFY(resume->isVisible());
    hand::click(*resume);
    const RunStore runs = storeOf(data);
    QTRY_COMPARE_WITH_TIMEOUT(runs.list().at(0).state, RunState::Done, 120000);
    QCOMPARE(runs.list().size(), std::size_t(1));
}

void TstRuns::trashIsUndone()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    OpenWindow window(data);
    openTrainingDock(window);
    train(window);
    QTableView* table = openRuns(window, 1);
    hand::clickCell(*table, 0, 1);
    QTest::keyClick(table, Qt::Key_Delete);
    const RunStore runs = storeOf(data);
    QTRY_VERIFY(runs.list().empty());
    QTRY_COMPARE(table->model()->rowCount(), 0);
    hand::click(*window.find<QAbstractButton>("runs.restore"));
    QTRY_COMPARE(runs.list().size(), std::size_t(1));
    QTRY_COMPARE(table->model()->rowCount(), 1);
}

GLYPHSCOPE_TEST(TstRuns, Widgets)
#include "tst_runs.moc"
