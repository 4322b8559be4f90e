// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/run_store.h"
#include "tests/journeys/journey.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "ui/curves/curve_chart.h"
#include "ui/text/number_text.h"
#include "ui/training/training_panel.h"
#include "ui/widgets/number_grid.h"

#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

/// A training that was stopped, by the user, by closing the window or by a crash, is resumed where it was.
class TstResume : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void stoppedRunIsResumedInTraining();
    void resumedRunIsTheUninterruptedOne();
    void closingIsOfferedAtTheNextStart_data();
    void closingIsOfferedAtTheNextStart();
    void stoppedRunIsThereAtTheNextStartToo();
    void endedRunIsNotResumed();
    void lastTestIsSaidOfARunStoppedAgain();
    void offerGoesOnceTheRunIsResumedElsewhere();
};

namespace {

void openTrainingLayout(OpenWindow& window)
{
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    window.press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(window.find<QPushButton>("training.button")->isEnabled());
}

/// Trains for one epoch, which then waits.
void trainOneEpoch(OpenWindow& window)
{
    openTrainingLayout(window);
    hand::click(*window.find<QToolButton>("training.epoch"));
    auto* primary = window.find<QPushButton>("training.button");
    QTRY_VERIFY_WITH_TIMEOUT(primary->isEnabled() && primary->text().contains(u"Resume"_s), 60000);
}

void stop(OpenWindow& window)
{
    hand::click(*window.find<QToolButton>("training.stop"));
    QTRY_VERIFY_WITH_TIMEOUT(window.trained(), 60000);
}

QPushButton* resumeButton(OpenWindow& window)
{
    return window.find<QPushButton>("training.resume");
}

RunStore keptRuns(const ScratchData& data)
{
    return RunStore(data.file(u"runs"_s).toStdString());
}

void waitUntilDone(const RunStore& runs)
{
    QTRY_COMPARE_WITH_TIMEOUT(runs.list().at(0).state, RunState::Done, 120000);
}

}  // namespace

void TstResume::stoppedRunIsResumedInTraining()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 3200);
    OpenWindow window(data);
    QVERIFY(!resumeButton(window)->isVisible());
    trainOneEpoch(window);
    QVERIFY(!resumeButton(window)->isVisible());
    stop(window);
    const RunStore runs = keptRuns(data);
    const RunInfo before = runs.list().at(0);
    QTRY_VERIFY(resumeButton(window)->isVisible() && resumeButton(window)->isEnabled());
    hand::click(*resumeButton(window));
    waitUntilDone(runs);
    QCOMPARE(runs.list().size(), std::size_t(1));
    const RunCurves curves = runs.curves(before.id);
    QCOMPARE(curves.steps.size(), static_cast<std::size_t>(before.totalSteps));
    QCOMPARE(curves.steps.step.at(static_cast<std::size_t>(before.step)), before.step + 1);
    QTRY_COMPARE(window->panel<TrainingPanel>()->chart()->curves().steps.size(), curves.steps.size());
    QTRY_VERIFY(!resumeButton(window)->isVisible());
}

void TstResume::resumedRunIsTheUninterruptedOne()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 1280);
    OpenWindow window(data);
    openTrainingLayout(window);
    hand::click(*window.find<QPushButton>("training.button"));
    const RunStore runs = keptRuns(data);
    QTRY_VERIFY_WITH_TIMEOUT(!runs.list().empty(), 60000);
    waitUntilDone(runs);
    QTRY_VERIFY(window.trained());
    const std::string whole = runs.list().at(0).id;
    trainOneEpoch(window);
    stop(window);
    QTRY_VERIFY(resumeButton(window)->isVisible());
    hand::click(*resumeButton(window));
    QCOMPARE(runs.list().size(), std::size_t(2));
    waitUntilDone(runs);
    const std::string inParts = runs.list().at(0).id;
    QVERIFY(inParts != whole);
    QCOMPARE(runs.curves(inParts).steps.loss, runs.curves(whole).steps.loss);
    QVERIFY(runs.best(inParts).tensors == runs.best(whole).tensors);
}

void TstResume::closingIsOfferedAtTheNextStart_data()
{
    QTest::addColumn<bool>("paused");
    QTest::newRow("in the midst of it") << false;
    QTest::newRow("while it is paused") << true;
}

void TstResume::closingIsOfferedAtTheNextStart()
{
    QFETCH(bool, paused);
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), paused ? 3200 : 12800);
    {
        OpenWindow window(data);
        if (paused) {
            trainOneEpoch(window);
        } else {
            openTrainingLayout(window);
            hand::click(*window.find<QPushButton>("training.button"));
            QTRY_VERIFY_WITH_TIMEOUT(window.shows(WeightsSource::Training), 60000);
        }
        window.leave();
    }
    const RunStore runs = keptRuns(data);
    const RunInfo before = runs.list().at(0);
    QCOMPARE(before.state, RunState::Interrupted);
    QVERIFY(before.step > 0 && before.step < before.totalSteps);
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    auto* offer = window.find<QPushButton>("notices.action");
    QTRY_VERIFY(offer->isVisible());
    QVERIFY2(window->notices()->text().contains(QString::fromStdString(before.name)),
             qPrintable(window->notices()->text()));
    hand::click(*offer);
    waitUntilDone(runs);
    QCOMPARE(runs.list().size(), std::size_t(1));
    const RunCurves curves = runs.curves(before.id);
    QCOMPARE(curves.steps.size(), static_cast<std::size_t>(before.totalSteps));
    QCOMPARE(curves.steps.step.at(static_cast<std::size_t>(before.step)), before.step + 1);
}

void TstResume::stoppedRunIsThereAtTheNextStartToo()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 3200);
    {
        OpenWindow window(data);
        trainOneEpoch(window);
        stop(window);
        window.leave();
    }
    const RunStore runs = keptRuns(data);
    QCOMPARE(runs.list().at(0).state, RunState::Stopped);
    OpenWindow window(data);
    openTrainingLayout(window);
    QTRY_VERIFY(resumeButton(window)->isVisible());
    QVERIFY(!window->notices()->isVisible());  // the user has stopped it
    hand::click(*resumeButton(window));
    waitUntilDone(runs);
}

void TstResume::endedRunIsNotResumed()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    OpenWindow window(data);
    openTrainingLayout(window);
    hand::click(*window.find<QPushButton>("training.button"));
    QTRY_VERIFY_WITH_TIMEOUT(window.shows(WeightsSource::Training), 60000);
    QTRY_VERIFY_WITH_TIMEOUT(window.trained(), 60000);
    QTRY_COMPARE(keptRuns(data).list().at(0).state, RunState::Done);
    QVERIFY(!resumeButton(window)->isVisible());
}

void TstResume::lastTestIsSaidOfARunStoppedAgain()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 6400);
    OpenWindow window(data);
    trainOneEpoch(window);
    stop(window);
    QTRY_VERIFY(resumeButton(window)->isVisible());
    hand::click(*resumeButton(window));
    QTRY_VERIFY(window.find<QToolButton>("training.stop")->isEnabled());
    hand::click(*window.find<QToolButton>("training.stop"));
    QTRY_VERIFY_WITH_TIMEOUT(!resumeButton(window)->isHidden(), 60000);
    const QString accuracy = percentText(keptRuns(data).list().at(0).last.testAccuracy);
    QVERIFY2(window.label("training.status").contains(accuracy), qPrintable(window.label("training.status")));
}

void TstResume::offerGoesOnceTheRunIsResumedElsewhere()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 3200);
    {
        OpenWindow window(data);
        trainOneEpoch(window);
        window.leave();
    }
    OpenWindow window(data);
    openTrainingLayout(window);
    QTRY_VERIFY(window.find<QPushButton>("notices.action")->isVisible());
    QTRY_VERIFY(resumeButton(window)->isVisible());
    hand::click(*resumeButton(window));
    QTRY_VERIFY(!window->notices()->isVisible());
    waitUntilDone(keptRuns(data));
}

GLYPHSCOPE_TEST(TstResume, Widgets)
#include "tst_resume.moc"
