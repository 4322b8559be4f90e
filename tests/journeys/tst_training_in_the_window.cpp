// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/safetensors.h"
#include "tests/journeys/journey.h"
#include "tests/journeys/small_mnist.h"

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
    void trainingAgainKeepsTheWeightsBefore();
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
    QTRY_COMPARE_WITH_TIMEOUT(window.label("status.weights"), QStringLiteral("Weights trained here"), 60000);
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
    QVERIFY(QFile::exists(data.file(QStringLiteral("weights/trained.safetensors"))));
    QVERIFY(trainButton(window)->isEnabled());
    window.leave();

    OpenWindow again(data);
    QTRY_COMPARE_WITH_TIMEOUT(again.label("status.weights"), QStringLiteral("Weights trained here"), 30000);
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
    const StateDict kept =
        readSafetensors(data.file(QStringLiteral("weights/trained.safetensors")).toStdString());
    QVERIFY(kept.find("fc1.weight") != nullptr);
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
    QTRY_VERIFY(window.verdict() != QStringLiteral("Nothing drawn yet"));
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

void TstTrainingInTheWindow::trainingAgainKeepsTheWeightsBefore()
{
    const ScratchData data;
    writeSmallMnist(data.file(QStringLiteral("mnist")), 640);
    const std::filesystem::path kept = data.file(QStringLiteral("weights/trained.safetensors")).toStdString();
    StateDict older;
    older.tensors = {{"older", {1}, {7}}};
    writeSafetensors(older, kept);
    {
        OpenWindow window(data);  // weights that do not fit are set aside, and told
        QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
        QCOMPARE(window.label("status.weights"), QStringLiteral("Shipped weights"));
        QVERIFY(window->notices()->isVisible());
        QVERIFY(!std::filesystem::exists(kept));
        writeSafetensors(older, kept);
        window.press(Qt::Key_2, Qt::ControlModifier);
        hand::click(*trainButton(window));
        waitUntilTrained(window);
    }
    QCOMPARE(readSafetensors(weightsBefore(kept)).tensors.front().name, std::string("older"));
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

QTEST_MAIN(TstTrainingInTheWindow)
#include "tst_training_in_the_window.moc"
