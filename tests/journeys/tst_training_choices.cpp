// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/training_data.h"
#include "model/checkpoint/run_store.h"
#include "tests/journeys/journey.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "ui/curves/curve_chart.h"
#include "ui/network/network_strip.h"
#include "ui/training/training_panel.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

/// What is trained on and how, and what comes of it.
class TstTrainingChoices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void clothesAreReadByTheirNames();
    void lettersAreToldFromDigits();
    void folderThatIsNoneIsTold();
    void valuesChangeInTheMidstOfARun();
    void choicesComeBackAtTheNextStart();
    void curvesAreSaved_data();
    void curvesAreSaved();
    void resetShowsAnUntrainedNetwork();
    void lossThatIsNotFiniteIsShown();
};

namespace {

void openChoices(OpenWindow& window)
{
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    window.press(Qt::Key_2, Qt::ControlModifier);
}

void startChosenTraining(OpenWindow& window)
{
    auto* button = window.find<QPushButton>("training.button");
    QTRY_VERIFY(button->isEnabled());
    hand::click(*button);
}

void waitUntilChoicesTrained(OpenWindow& window)
{
    QTRY_VERIFY_WITH_TIMEOUT(window.label("status.weights").startsWith(u"Trained: "_s), 60000);
}

/// Clicks on `button`, which asks for a file, and answers as the desktop's own dialog would.
void answerFile(OpenWindow& window, QPushButton& button, const QString& path)
{
    hand::click(button);
    auto* dialog = window.find<QFileDialog>("fileDialog");
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->filesSelected({path});
    dialog->close();
}

void openData(OpenWindow& window)
{
    hand::click(*window.find<QToolButton>("training.dataLine"));
    QTRY_VERIFY(window.find<QPushButton>("training.addFolder")->isVisible());
}

RunInfo newestRun(const ScratchData& data)
{
    return RunStore(data.file(u"runs"_s).toStdString()).list().at(0);
}

}  // namespace

void TstTrainingChoices::clothesAreReadByTheirNames()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    writeSmallMnist(data.file(u"fashion-mnist"_s), 640);
    OpenWindow window(data);
    openChoices(window);
    openData(window);
    answerFile(window, *window.find<QPushButton>("training.addFolder"), data.file(u"fashion-mnist"_s));
    QTRY_COMPARE(window->panel<TrainingPanel>()->data().folders.size(), std::size_t(1));
    window.find<QCheckBox>("training.useMnist")->click();
    QVERIFY(!window->panel<TrainingPanel>()->data().mnist);
    startChosenTraining(window);
    waitUntilChoicesTrained(window);
    QCOMPARE(newestRun(data).classNames.at(9), "Ankle boot");
    hand::write(window.canvas(), tourDigit(1));
    const QStringList clothes{u"T-shirt/top"_s, u"Trouser"_s, u"Pullover"_s, u"Dress"_s, u"Coat"_s,
                              u"Sandal"_s,      u"Shirt"_s,   u"Sneaker"_s,  u"Bag"_s,   u"Ankle boot"_s};
    const auto isClothing = [&] {
        return std::any_of(clothes.begin(), clothes.end(),
                           [&](const QString& name) { return window.verdict().contains(name); });
    };
    QTRY_VERIFY2(isClothing(), qPrintable(window.verdict()));
}

void TstTrainingChoices::lettersAreToldFromDigits()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    QFile letters(data.file(u"letters.inkml"_s));
    QVERIFY(letters.open(QIODevice::WriteOnly));
    letters.write("<ink><traceGroup><annotation type=\"truth\">K</annotation><trace>0 0, 0 90</trace>"
                  "<trace>60 0, 0 50, 60 90</trace></traceGroup></ink>");
    letters.close();
    OpenWindow window(data);
    openChoices(window);
    openData(window);
    auto* variations = window.find<QWidget>("training.inkVariations");
    QVERIFY(!variations->isVisible());
    answerFile(window, *window.find<QPushButton>("training.addNotDigits"), letters.fileName());
    QTRY_COMPARE(window->panel<TrainingPanel>()->data().notDigits.size(), std::size_t(1));
    QTRY_VERIFY(variations->isVisible());
    QTest::keyClick(variations, Qt::Key_PageUp);
    startChosenTraining(window);
    waitUntilChoicesTrained(window);
    const RunInfo run = newestRun(data);
    QCOMPARE(run.data.inkVariations, kUsualInkVariations + 5);
    QCOMPARE(run.trainImages, 640 + 1 + kUsualInkVariations + 5 + 1);
    QCOMPARE(run.dataName, "MNIST + 1 file of what is no digit");
}

void TstTrainingChoices::folderThatIsNoneIsTold()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    OpenWindow window(data);
    openChoices(window);
    openData(window);
    const QString empty = data.file(u"empty"_s);
    QVERIFY(QDir().mkpath(empty));
    answerFile(window, *window.find<QPushButton>("training.addFolder"), empty);
    QTRY_VERIFY(window.label("training.dataProblem").contains(empty));
    QVERIFY(window->panel<TrainingPanel>()->data().folders.empty());
    QVERIFY(window.find<QPushButton>("training.button")->isEnabled());
}

void TstTrainingChoices::valuesChangeInTheMidstOfARun()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 60000);
    OpenWindow window(data);
    openChoices(window);
    hand::click(*window.find<QToolButton>("training.more"));
    window->panel<TrainingPanel>()->setOpenSections({u"more"_s, u"regularisation"_s});
    startChosenTraining(window);
    QTRY_VERIFY_WITH_TIMEOUT(window.shows(WeightsSource::Training), 60000);
    auto* dropout = window.find<QWidget>("training.dropout");
    QVERIFY(dropout != nullptr && dropout->isEnabled());
    dropout->setFocus();
    QTest::keyClick(dropout, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(dropout, u"0.25"_s);
    QTest::keyClick(dropout, Qt::Key_Return);
    const RunStore runs(data.file(u"runs"_s).toStdString());
    const auto marks = [&] { return runs.curves(runs.list().at(0).id).marks; };
    QTRY_COMPARE_WITH_TIMEOUT(marks().size(), std::size_t(1), 20000);
    QVERIFY2(marks()[0].text.find("dropout") != std::string::npos, marks()[0].text.c_str());
    QTRY_COMPARE(window->panel<TrainingPanel>()->chart()->curves().marks.size(), std::size_t(1));
    hand::click(*window.find<QToolButton>("training.stop"));
    waitUntilChoicesTrained(window);
}

void TstTrainingChoices::choicesComeBackAtTheNextStart()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    TrainOptions options;
    CurveLook look;
    {
        OpenWindow window(data);
        openChoices(window);
        hand::click(*window.find<QToolButton>("training.more"));
        window->panel<TrainingPanel>()->setOpenSections({u"more"_s, u"regularisation"_s});
        auto* dropout = window.find<QWidget>("training.dropout");
        dropout->setFocus();
        QTest::keyClick(dropout, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(dropout, u"0.25"_s);
        QTest::keyClick(dropout, Qt::Key_Return);
        hand::click(*window.find<QToolButton>("training.gradientNormTab"));
        options = window->panel<TrainingPanel>()->options();
        look = window->panel<TrainingPanel>()->chart()->look();
        QCOMPARE(options.dropout, 0.25);
        QVERIFY(!(look == CurveLook()));
        window.leave();
    }
    OpenWindow window(data);
    QVERIFY(window->panel<TrainingPanel>()->options() == options);
    QVERIFY(window->panel<TrainingPanel>()->chart()->look() == look);
    QVERIFY(window->panel<TrainingPanel>()->openSections().contains(u"regularisation"_s));
}

void TstTrainingChoices::curvesAreSaved_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("csv") << u"training.saveCsv"_s << QByteArray("step,");
    QTest::newRow("png") << u"training.savePng"_s << QByteArray("\x89PNG");
    QTest::newRow("svg") << u"training.saveSvg"_s << QByteArray("<?xml");
    QTest::newRow("TensorBoard") << u"training.saveTensorBoard"_s << QByteArray();
}

void TstTrainingChoices::curvesAreSaved()
{
    QFETCH(QString, action);
    QFETCH(QByteArray, beginning);
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    OpenWindow window(data);
    openChoices(window);
    startChosenTraining(window);
    waitUntilChoicesTrained(window);
    window.find<QAction>(qPrintable(action))->trigger();
    auto* dialog = window.find<QFileDialog>("fileDialog");
    QVERIFY(dialog != nullptr && dialog->isVisible());
    const QString path = data.file(u"curves"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.size() > 100);
    QVERIFY2(bytes.startsWith(beginning), bytes.left(20).constData());
}

void TstTrainingChoices::resetShowsAnUntrainedNetwork()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    OpenWindow window(data);
    openChoices(window);
    startChosenTraining(window);
    waitUntilChoicesTrained(window);
    const QString title = window.label("status.weights");
    const std::uint64_t seed = window->panel<TrainingPanel>()->options().seed;
    window.find<QAction>("training.resetNewSeed")->trigger();
    QTRY_VERIFY(window.label("status.weights").startsWith(u"Untrained weights of seed "_s));
    QVERIFY(window->panel<TrainingPanel>()->options().seed != seed);
    // it is only looked at: what was learnt is what a new start reads with
    window.leave();
    OpenWindow again(data);
    QTRY_COMPARE_WITH_TIMEOUT(again.label("status.weights"), title, 30000);
}

void TstTrainingChoices::lossThatIsNotFiniteIsShown()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 3200);
    OpenWindow window(data);
    openChoices(window);
    TrainOptions options = window->panel<TrainingPanel>()->options();
    options.optimizer = OptimizerKind::Sgd;
    options.peakLearningRate = 1000;
    options.weightDecay = 1000;
    window->panel<TrainingPanel>()->setOptions(options);
    startChosenTraining(window);
    const auto told = [&window] { return window.label("training.status").contains(u"finite"_s); };
    QTRY_VERIFY2_WITH_TIMEOUT(told(), qPrintable(window.label("training.status")), 60000);
    QCOMPARE(newestRun(data).state, RunState::Failed);
    window.press(Qt::Key_1, Qt::ControlModifier);
    window.find<QAction>("action.shippedWeights")->trigger();
    QTRY_COMPARE(window.label("status.weights"), u"Shipped weights"_s);
    hand::write(window.canvas(), tourDigit(3));
    QTRY_COMPARE(window.digit(), 3);
}

GLYPHSCOPE_TEST(TstTrainingChoices, Widgets)
#include "tst_training_choices.moc"
