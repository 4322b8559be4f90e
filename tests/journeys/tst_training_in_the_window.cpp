// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/weights_history.h"
#include "model/checkpoint/run_store.h"
#include "tests/journeys/journey.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"

#include <QtWidgets/QProgressBar>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace glyphscope::test;

class TstTrainingInTheWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void saysHowToGetTheData();
    void trainsAndReadsWithWhatItLearnt();
    void stoppedTrainingIsKept();
    void drawingGoesOnWhileItTrains();
    void shippedWeightsComeBack();
    void stoppedBeforeTheFirstStepChangesNothing();
    void weightsBeforeComeBackExactly();
    void damagedWeightsAreTold();
    void pausesStepsAndGoesOn();
    void brokenDataIsTold();
};

namespace {

void openTraining(OpenWindow& window)
{
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    window.press(Qt::Key_2, Qt::ControlModifier);
}

QPushButton* trainButton(OpenWindow& window)
{
    return window.find<QPushButton>("training.button");
}

void stopTraining(OpenWindow& window)
{
    hand::click(*window.find<QToolButton>("training.stop"));
}

void startTraining(OpenWindow& window)
{
    openTraining(window);
    hand::click(*trainButton(window));
}

void waitUntilTrained(OpenWindow& window)
{
    QTRY_VERIFY_WITH_TIMEOUT(window.label("status.weights").startsWith(QStringLiteral("Trained: ")), 60000);
}

}  // namespace

void TstTrainingInTheWindow::saysHowToGetTheData()
{
    const ScratchData data;
    OpenWindow window(data);
    openTraining(window);
    QVERIFY(!trainButton(window)->isEnabled());
    bool told = false;
    for (const QLabel* label : window->findChildren<QLabel*>())
        told = told || (label->isVisible() && label->text().contains(QStringLiteral("./run.sh")));
    QVERIFY(told);
}

void TstTrainingInTheWindow::trainsAndReadsWithWhatItLearnt()
{
    const ScratchData data;
    writeSmallMnist(data.file(QStringLiteral("mnist")), 640);
    OpenWindow window(data);
    startTraining(window);
    waitUntilTrained(window);
    QTRY_VERIFY(trainButton(window)->isEnabled());
    const QString title = window.label("status.weights");
    window.leave();

    OpenWindow again(data);
    QTRY_COMPARE_WITH_TIMEOUT(again.label("status.weights"), title, 30000);
}

void TstTrainingInTheWindow::stoppedTrainingIsKept()
{
    const ScratchData data;
    writeSmallMnist(data.file(QStringLiteral("mnist")), 60000);
    OpenWindow window(data);
    startTraining(window);
    auto* progress = window.find<QProgressBar>("training.progress");
    QTRY_VERIFY_WITH_TIMEOUT(progress->value() > 0, 60000);
    stopTraining(window);
    waitUntilTrained(window);
    const RunStore runs(data.file(QStringLiteral("runs")).toStdString());
    QCOMPARE(runs.list().at(0).state, RunState::Stopped);
    QVERIFY(runs.resumePoint(runs.list().at(0).id).find("fc1.weight") != nullptr);
}

void TstTrainingInTheWindow::drawingGoesOnWhileItTrains()
{
    const ScratchData data;
    writeSmallMnist(data.file(QStringLiteral("mnist")), 60000);
    OpenWindow window(data);
    startTraining(window);
    QTRY_COMPARE_WITH_TIMEOUT(window.label("status.weights"),
                              QStringLiteral("Weights of the running training"), 60000);
    hand::write(window.canvas(), tourDigit(1));
    QTRY_VERIFY(!window.answers(Verdict::Empty));
    window.leave();
}

void TstTrainingInTheWindow::shippedWeightsComeBack()
{
    const ScratchData data;
    writeSmallMnist(data.file(QStringLiteral("mnist")), 640);
    OpenWindow window(data);
    startTraining(window);
    waitUntilTrained(window);
    window.find<QAction>("action.shippedWeights")->trigger();
    QTRY_COMPARE(window.label("status.weights"), QStringLiteral("Shipped weights"));
    hand::write(window.canvas(), tourDigit(3));
    QTRY_COMPARE(window.digit(), 3);
}

void TstTrainingInTheWindow::stoppedBeforeTheFirstStepChangesNothing()
{
    const ScratchData data;
    writeSmallMnist(data.file(QStringLiteral("mnist")), 60000);
    OpenWindow window(data);
    startTraining(window);
    stopTraining(window);  // the data is still being read
    QTRY_VERIFY_WITH_TIMEOUT(trainButton(window)->isEnabled(), 30000);
    QCOMPARE(window.label("status.weights"), QStringLiteral("Shipped weights"));
    hand::write(window.canvas(), tourDigit(3));
    QTRY_COMPARE(window.digit(), 3);
}

void TstTrainingInTheWindow::weightsBeforeComeBackExactly()
{
    const ScratchData data;
    writeSmallMnist(data.file(QStringLiteral("mnist")), 640);
    OpenWindow window(data);
    auto* back = window.find<QAction>("action.undoWeights");
    QVERIFY(!back->isEnabled());
    startTraining(window);
    waitUntilTrained(window);
    const QString title = window.label("status.weights");
    QTRY_VERIFY(back->isEnabled());
    QVERIFY2(back->text().contains(title), qPrintable(back->text()));
    back->trigger();
    QTRY_COMPARE(window.label("status.weights"), QStringLiteral("Shipped weights"));
    hand::write(window.canvas(), tourDigit(3));
    QTRY_COMPARE(window.digit(), 3);
    window.find<QAction>("action.redoWeights")->trigger();
    QTRY_COMPARE(window.label("status.weights"), title);
}

void TstTrainingInTheWindow::damagedWeightsAreTold()
{
    const ScratchData data;
    WeightsHistory history(data.file(QStringLiteral("weights")).toStdString());
    history.push({{{"older", {1}, {7}}}, {}}, "Of another network");
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    QCOMPARE(window.label("status.weights"), QStringLiteral("Shipped weights"));
    QVERIFY(window->notices()->isVisible());
}

void TstTrainingInTheWindow::pausesStepsAndGoesOn()
{
    const ScratchData data;
    writeSmallMnist(data.file(QStringLiteral("mnist")), 60000);
    OpenWindow window(data);
    startTraining(window);
    auto* button = trainButton(window);
    QTRY_COMPARE_WITH_TIMEOUT(window.label("status.weights"),
                              QStringLiteral("Weights of the running training"), 60000);
    hand::click(*button);
    const RunStore runs(data.file(QStringLiteral("runs")).toStdString());
    const auto steps = [&runs] { return runs.curves(runs.list().at(0).id).steps.size(); };
    auto* step = window.find<QToolButton>("training.step");
    QTRY_VERIFY_WITH_TIMEOUT(step->isEnabled(), 20000);  // it is paused
    const std::size_t before = steps();
    hand::click(*step);
    QTRY_COMPARE_WITH_TIMEOUT(steps(), before + 1, 20000);
    QTRY_VERIFY(step->isEnabled());
    QCOMPARE(steps(), before + 1);
    hand::click(*button);
    QTRY_VERIFY_WITH_TIMEOUT(steps() > before + 2, 20000);
    stopTraining(window);
    waitUntilTrained(window);
}

void TstTrainingInTheWindow::brokenDataIsTold()
{
    const ScratchData data;
    writeSmallMnist(data.file(QStringLiteral("mnist")), 640);
    QFile labels(data.file(QStringLiteral("mnist/train-labels-idx1-ubyte")));
    QVERIFY(labels.resize(100));
    OpenWindow window(data);
    startTraining(window);
    const auto isTold = [&window] {
        for (const QLabel* label : window->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(QStringLiteral("train-labels-idx1-ubyte")))
                return true;
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), 30000);
    hand::write(window.canvas(), tourDigit(3));
    QTRY_COMPARE(window.digit(), 3);
}

GLYPHSCOPE_TEST(TstTrainingInTheWindow, Widgets)
#include "tst_training_in_the_window.moc"
