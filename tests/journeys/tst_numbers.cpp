// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/installation.h"
#include "model/checkpoint/safetensors.h"
#include "tests/journeys/journey.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "ui/evaluation/evaluation_panel.h"

#include <QtGui/QAction>
#include <QtWidgets/QListView>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <limits>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

/// How a test set was read, and the images behind the numbers.
class TstNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void withoutDataTheWayToItIsTold();
    void measuresTheWeightsInUse();
    void tellsHowFarTheNumbersCanBeTrusted();
    void weightsWithoutProbabilitiesAreTold();
    void anErrorIsPutOnTheCanvas();
    void everyEpochOfATrainingIsShown();
};

namespace {

void openNumbers(OpenWindow& window)
{
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    window.press(Qt::Key_2, Qt::ControlModifier);
    hand::openTab(*window, u"Evaluation"_s);
}

void measure(OpenWindow& window)
{
    auto* button = window.find<QPushButton>("evaluation.measure");
    QTRY_VERIFY(button->isEnabled());
    hand::click(*button);
    auto* matrix = window.find<QTableView>("evaluation.matrix");
    QTRY_VERIFY_WITH_TIMEOUT(matrix->isVisible(), 30000);
}

int counted(const QAbstractItemModel& matrix, int digits)
{
    int sum = 0;
    for (int row = 0; row < digits; ++row)
        for (int column = 0; column < digits; ++column)
            sum += matrix.index(row, column).data().toString().remove(u',').toInt();
    return sum;
}

}  // namespace

void TstNumbers::withoutDataTheWayToItIsTold()
{
    const ScratchData data;
    OpenWindow window(data);
    openNumbers(window);
    QVERIFY(!window.find<QPushButton>("evaluation.measure")->isEnabled());
    QVERIFY(window.label("evaluation.empty").contains(u"./run.sh"_s));
}

void TstNumbers::measuresTheWeightsInUse()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    OpenWindow window(data);
    openNumbers(window);
    measure(window);
    QCOMPARE(counted(*window.find<QTableView>("evaluation.matrix")->model(), 10), 200);
}

void TstNumbers::tellsHowFarTheNumbersCanBeTrusted()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    OpenWindow window(data);
    openNumbers(window);
    measure(window);
    auto* tab = window.find<QToolButton>("evaluation.trustTab");
    auto* diagram = window.find<QWidget>("evaluation.reliability");
    if (tab->isVisible())  // else there is room for all
        hand::click(*tab);
    QTRY_VERIFY(diagram->isVisible());
    QVERIFY(window.label("evaluation.calibration").startsWith(u"Expected calibration error "_s));
    QTest::keyClick(diagram, Qt::Key_Home);
    QVERIFY(window.label("evaluation.bin").startsWith(u"Sure by 0 to 6.7"_s));
}

void TstNumbers::weightsWithoutProbabilitiesAreTold()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    StateDict huge = shippedWeights();  // finite, but the logits are not
    for (NamedTensor& tensor : huge.tensors)
        if (tensor.name == "fc2.weight")
            std::ranges::fill(tensor.values, std::numeric_limits<float>::max());
    const QString path = data.file(u"huge.safetensors"_s);
    writeSafetensors(huge, path.toStdString());
    OpenWindow window(data);
    openNumbers(window);
    hand::drop(window.canvas(), path);
    QTRY_COMPARE_WITH_TIMEOUT(window.label("status.weights"), u"Weights: huge.safetensors"_s, 30000);
    auto* button = window.find<QPushButton>("evaluation.measure");
    QTRY_VERIFY(button->isEnabled());
    hand::click(*button);
    QTRY_VERIFY_WITH_TIMEOUT(window.label("evaluation.empty").contains(u"is no probability"_s), 30000);
    QVERIFY(!window.find<QTableView>("evaluation.matrix")->isVisible());

    window.find<QAction>("action.undoWeights")->trigger();
    QTRY_VERIFY(window.label("status.weights") != u"Weights: huge.safetensors"_s);
    measure(window);
    QCOMPARE(counted(*window.find<QTableView>("evaluation.matrix")->model(), 10), 200);
}

void TstNumbers::anErrorIsPutOnTheCanvas()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);  // bars, which the shipped weights cannot know
    OpenWindow window(data);
    openNumbers(window);
    measure(window);
    auto* gallery = window.find<QListView>("evaluation.gallery");
    QTRY_VERIFY(gallery->model()->rowCount() > 0);
    const QModelIndex first = gallery->model()->index(0, 0);
    QTest::mouseClick(gallery->viewport(), Qt::LeftButton, {}, gallery->visualRect(first).center());
    QTRY_VERIFY(window.canvas().drawing().picture.has_value());
    QTRY_VERIFY(window.label("pager.text").contains(u"test image"_s));
    window.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!window.canvas().drawing().picture.has_value());
}

void TstNumbers::everyEpochOfATrainingIsShown()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 640);
    OpenWindow window(data);
    openNumbers(window);
    hand::openTab(*window, u"Training"_s);
    hand::click(*window.find<QPushButton>("training.button"));
    QTRY_VERIFY_WITH_TIMEOUT(window.label("status.weights").startsWith(u"Trained: "_s), 60000);
    hand::openTab(*window, u"Evaluation"_s);
    auto* matrix = window.find<QTableView>("evaluation.matrix");
    QTRY_VERIFY(matrix->isVisible());
    QCOMPARE(counted(*matrix->model(), 10), 200);
}

GLYPHSCOPE_TEST(TstNumbers, Widgets)
#include "tst_numbers.moc"
