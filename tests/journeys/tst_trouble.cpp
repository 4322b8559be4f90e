// SPDX-License-Identifier: GPL-3.0-or-later
// What happens around the program while it runs: disks that fill up, folders that go, files that change, and
// a second window. Everything is told, nothing is lost, and the work goes on.
#include "app/files/canvas_store.h"
#include "app/files/sample_store.h"
#include "app/settings/settings.h"
#include "model/checkpoint/run_store.h"
#include "tests/journeys/journey.h"
#include "tests/support/faults.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "ui/runs/runs_panel.h"
#include "ui/training/training_panel.h"

#include <QtCore/QFileInfo>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

#include <cerrno>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

class TstTrouble : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void cleanup() { faults::disarm(); }
    void diskFillsUpWhileTraining();
    void diskIsFullWhenASampleIsKept();
    void folderCanBeReadOnly();
    void folderIsNotThere();
    void folderGoesWhileTraining();
    void dataChangesWhileTraining();
    void dataIsDamagedBetweenTwoTrainings();
    void twoWindowsOnTheSameRuns();
    void inkIsKeptOnceTheDiskHasRoom_data();
    void inkIsKeptOnceTheDiskHasRoom();
    void inkThatStaysIsNamed();
};

namespace {

RunStore runStoreOf(const ScratchData& data)
{
    return RunStore(data.file(u"runs"_s).toStdString());
}

void fillTheDisk(const ScratchData& data, int error = ENOSPC)
{
    faults::arm(
        {QFileInfo(data.path()).canonicalFilePath().toStdString(), 1, error, true, faults::Calls::Writes});
}

void openTrainingPanel(OpenWindow& window)
{
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 60000);
    window.press(Qt::Key_2, Qt::ControlModifier);
}

void beginTraining(OpenWindow& window)
{
    auto* button = window.find<QPushButton>("training.button");
    QTRY_VERIFY(button->isEnabled());
    hand::click(*button);
    QTRY_VERIFY_WITH_TIMEOUT(window.shows(WeightsSource::Training), 60000);
}

bool isTraining(OpenWindow& window)
{
    return window.label("training.status").startsWith(u"Training "_s);
}

void verifyReads(OpenWindow& window, int digit)
{
    window.press(Qt::Key_Delete);
    hand::write(window.canvas(), tourDigit(digit));
    QTRY_COMPARE_WITH_TIMEOUT(window.digit(), digit, 20000);
}

QTableView* openRunsPanel(OpenWindow& window, int count)
{
    hand::openTab(*window, u"Runs"_s);
    auto* table = window->panel<RunsPanel>()->findChild<QTableView*>();
    [&] { QTRY_COMPARE(table->model()->rowCount(), count); }();
    return table;
}

void damage(const QString& path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.size() / 2));
}

}  // namespace

void TstTrouble::diskFillsUpWhileTraining()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 6400);
    OpenWindow window(data);
    openTrainingPanel(window);
    beginTraining(window);
    const RunInfo before = runStoreOf(data).list().at(0);
    fillTheDisk(data);
    QTRY_VERIFY_WITH_TIMEOUT(window->notices()->isVisible(), 20000);
    QVERIFY2(window->notices()->text().contains(u"No space left on device"_s),
             qPrintable(window->notices()->text()));
    QVERIFY(isTraining(window));
    QVERIFY(faults::disarm() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(runStoreOf(data).list().at(0).state, RunState::Done, 120000);
    // what the disk refused was written when there was room again
    const RunCurves curves = runStoreOf(data).curves(before.id);
    QCOMPARE(static_cast<std::int64_t>(curves.steps.size()), runStoreOf(data).list().at(0).totalSteps);
    (void)runStoreOf(data).best(before.id);
}

void TstTrouble::diskIsFullWhenASampleIsKept()
{
    const ScratchData data;
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 60000);
    verifyReads(window, 7);
    fillTheDisk(data);
    window.press(Qt::Key_7, Qt::AltModifier);
    QTRY_VERIFY(window->notices()->kind() == NoticeBar::Kind::Error);
    QVERIFY2(window->notices()->text().contains(u"samples"_s), qPrintable(window->notices()->text()));
    QVERIFY2(window->notices()->text().contains(u"No space left on device"_s),
             qPrintable(window->notices()->text()));
    const Drawing drawn = window.canvas().drawing();
    QVERIFY(!drawn.empty());
    faults::disarm();
    QVERIFY(SampleStore(data.file(u"samples"_s)).load().empty());
    window.press(Qt::Key_7, Qt::AltModifier);
    QTRY_COMPARE(SampleStore(data.file(u"samples"_s)).load().size(), std::size_t(1));
    QVERIFY(SampleStore(data.file(u"samples"_s)).load().at(0).drawing.strokes == drawn.strokes);
}

void TstTrouble::folderCanBeReadOnly()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    fillTheDisk(data, EROFS);
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 60000);
    QTRY_VERIFY(window->notices()->isVisible());
    QVERIFY2(window->notices()->text().contains(u"Read-only file system"_s),
             qPrintable(window->notices()->text()));
    verifyReads(window, 3);
    window.press(Qt::Key_2, Qt::ControlModifier);
    hand::click(*window.find<QPushButton>("training.button"));
    QTRY_VERIFY_WITH_TIMEOUT(window.trained(), 60000);
    QTRY_VERIFY(window.trained());
    QVERIFY(window->notices()->text().contains(u"Read-only file system"_s));
    window.leave();
    faults::disarm();
    QCOMPARE(QDir(data.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
             QStringList{u"mnist"_s});
}

void TstTrouble::folderIsNotThere()
{
    const ScratchData data;
    QVERIFY(QDir(data.path()).removeRecursively());
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 60000);
    verifyReads(window, 4);
    QVERIFY2(!window->notices()->isVisible(), qPrintable(window->notices()->text()));
    window.press(Qt::Key_4, Qt::AltModifier);
    QTRY_COMPARE(SampleStore(data.file(u"samples"_s)).load().size(), std::size_t(1));
}

void TstTrouble::folderGoesWhileTraining()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 6400);
    OpenWindow window(data);
    openTrainingPanel(window);
    beginTraining(window);
    QVERIFY(QDir(data.path()).removeRecursively());
    QTRY_VERIFY_WITH_TIMEOUT(window->notices()->isVisible(), 20000);
    QVERIFY2(window->notices()->text().contains(u"was deleted or moved"_s),
             qPrintable(window->notices()->text()));
    QTRY_VERIFY_WITH_TIMEOUT(window.trained(), 120000);
    // what is kept from now on makes the folder anew
    QTRY_VERIFY(QFileInfo::exists(data.file(u"weights/history.json"_s)));
    window.press(Qt::Key_1, Qt::ControlModifier);
    hand::write(window.canvas(), tourDigit(4));
    window.press(Qt::Key_4, Qt::AltModifier);
    QTRY_COMPARE(SampleStore(data.file(u"samples"_s)).load().size(), std::size_t(1));
}

void TstTrouble::dataChangesWhileTraining()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 6400);
    OpenWindow window(data);
    openTrainingPanel(window);
    beginTraining(window);
    damage(data.file(u"mnist/train-images-idx3-ubyte"_s));
    damage(data.file(u"mnist/t10k-labels-idx1-ubyte"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!isTraining(window), 120000);
    QVERIFY2(window.trained(), qPrintable(window.label("training.status")));
    QVERIFY2(!window->notices()->isVisible(), qPrintable(window->notices()->text()));
    QCOMPARE(runStoreOf(data).list().at(0).state, RunState::Done);
}

void TstTrouble::dataIsDamagedBetweenTwoTrainings()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    OpenWindow window(data);
    openTrainingPanel(window);
    damage(data.file(u"mnist/train-labels-idx1-ubyte"_s));
    auto* button = window.find<QPushButton>("training.button");
    QTRY_VERIFY(button->isEnabled());
    hand::click(*button);
    QTRY_VERIFY_WITH_TIMEOUT(window.label("training.status").contains(u"train-labels-idx1-ubyte"_s), 30000);
    writeSmallMnist(data.file(u"mnist"_s), 640);
    QTRY_VERIFY(button->isEnabled());
    hand::click(*button);
    QTRY_VERIFY_WITH_TIMEOUT(window.trained(), 60000);
}

void TstTrouble::twoWindowsOnTheSameRuns()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 12800);
    OpenWindow one(data);
    openTrainingPanel(one);
    beginTraining(one);
    const std::string id = runStoreOf(data).list().at(0).id;

    OpenWindow other(data);
    QTRY_VERIFY(other->notices()->isVisible());
    QVERIFY2(other->notices()->text().contains(u"Another window"_s), qPrintable(other->notices()->text()));
    openTrainingPanel(other);
    QTableView* table = openRunsPanel(other, 1);
    hand::clickCell(*table, 0, 1);
    QVERIFY(!other.find<QPushButton>("runs.resume")->isEnabled());
    QTest::keyClick(table, Qt::Key_Delete);
    const auto state = [table] { return table->model()->index(0, 1).data().toString(); };
    QTRY_COMPARE(state(), u"running"_s);  // by the other window: it is not taken away from it
    QCOMPARE(runStoreOf(data).list().at(0).id, id);

    // both train, each its own run, and both weights are in the history that they share
    hand::openTab(*other, u"Training"_s);
    beginTraining(other);
    QTRY_VERIFY_WITH_TIMEOUT(other.trained(), 200000);
    QTRY_VERIFY_WITH_TIMEOUT(one.trained(), 200000);
    std::vector<Message> notices;
    QTRY_VERIFY_WITH_TIMEOUT(runStoreOf(data).list(&notices).at(1).state == RunState::Done &&
                                 runStoreOf(data).list().at(0).state == RunState::Done,
                             20000);
    QVERIFY(notices.empty());
    for (const RunInfo& run : runStoreOf(data).list())
        QCOMPARE(static_cast<std::int64_t>(runStoreOf(data).curves(run.id).steps.size()), run.totalSteps);
    QTRY_COMPARE(QDir(data.file(u"weights"_s)).entryList({u"*.safetensors"_s}, QDir::Files).size(), 2);
}

void TstTrouble::inkIsKeptOnceTheDiskHasRoom_data()
{
    QTest::addColumn<bool>("fromTheStart");
    QTest::newRow("full from the start") << true;
    QTest::newRow("full later") << false;
}

void TstTrouble::inkIsKeptOnceTheDiskHasRoom()
{
    QFETCH(bool, fromTheStart);
    const ScratchData data;
    if (fromTheStart)
        fillTheDisk(data);
    OpenWindow window(data);
    if (!fromTheStart)
        QTRY_VERIFY(QFileInfo::exists(data.file(u"canvas/window-1.lock"_s)));
    fillTheDisk(data);
    hand::write(window.canvas(), tourDigit(4));
    QTRY_VERIFY(window->notices()->isVisible());
    QVERIFY2(window->notices()->text().contains(u"not kept from a crash"_s),
             qPrintable(window->notices()->text()));
    QVERIFY(faults::disarm() > 0);
    // no further stroke
    QTRY_VERIFY(QFileInfo::exists(data.file(u"canvas/window-1.json"_s)));
}

void TstTrouble::inkThatStaysIsNamed()
{
    const ScratchData data;
    {
        CanvasStore killed(data.file(u"canvas"_s).toStdString());
        (void)killed.begin();
        killed.keep(tourDigit(4));
    }
    OpenWindow window(data);
    QTRY_VERIFY(window->notices()->text().contains(u"ended unexpectedly"_s));
    fillTheDisk(data, EROFS);
    hand::click(*window.find<QToolButton>("notices.close"));
    QTRY_VERIFY(window->notices()->isVisible());
    QVERIFY2(window->notices()->text().contains(u"could not be removed"_s),
             qPrintable(window->notices()->text()));
    window.leave();
    faults::disarm();
}

GLYPHSCOPE_TEST(TstTrouble, Widgets)
#include "tst_trouble.moc"
