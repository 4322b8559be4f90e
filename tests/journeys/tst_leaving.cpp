// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"
#include "model/checkpoint/run_store.h"
#include "tests/journeys/journey.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"

#include <QtWidgets/QDockWidget>
#include <QtWidgets/QSlider>

using namespace glyphscope;
using namespace glyphscope::test;

class TstLeaving : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void leavingWhileTheEngineLoads();
    void leavingInTheMiddleOfAStroke();
    void leavingInTheMiddleOfTrainingSaves();
    void windowIsAsItWasLeft();
    void damagedSettingsAreToldAndSetAside();
    void aStartThatDiedIsNotRepeated();
    void missingEngineIsToldAndDrawingGoesOn();
};

void TstLeaving::leavingWhileTheEngineLoads()
{
    const ScratchData data;
    OpenWindow window(data);
    window.leave();
}

void TstLeaving::leavingInTheMiddleOfAStroke()
{
    const ScratchData data;
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    hand::writePart(window.canvas(), tourDigit(8), 0.5);
    window.leave();
}

void TstLeaving::leavingInTheMiddleOfTrainingSaves()
{
    const ScratchData data;
    writeSmallMnist(data.file(QStringLiteral("mnist")), 60000);
    {
        OpenWindow window(data);
        QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
        window.press(Qt::Key_2, Qt::ControlModifier);
        hand::click(*window.find<QPushButton>("training.button"));
        QTRY_COMPARE_WITH_TIMEOUT(window.label("status.weights"),
                                  QStringLiteral("Weights of the running training"), 60000);
        window.leave();
    }
    const RunStore runs(data.file(QStringLiteral("runs")).toStdString());
    const RunInfo run = runs.list().at(0);
    QCOMPARE(run.state, RunState::Interrupted);  // by the program's end, not by the user
    QVERIFY(run.step > 0);
    QVERIFY(runs.resumePoint(run.id).find("conv1.weight") != nullptr);
}

void TstLeaving::windowIsAsItWasLeft()
{
    const ScratchData data;
    {
        OpenWindow window(data);
        window.press(Qt::Key_2, Qt::ControlModifier);
        window.find<QSlider>("penSlider")->setValue(175);
        window.find<QAction>("action.dark")->setChecked(true);
        window.leave();
    }
    OpenWindow window(data);
    QVERIFY(window.find<QDockWidget>("dock.training")->isVisible());
    QVERIFY(!window.find<QDockWidget>("dock.network")->isVisible());
    QCOMPARE(window.canvas().pen(), 1.75);
    QVERIFY(window.find<QAction>("action.dark")->isChecked());
}

void TstLeaving::damagedSettingsAreToldAndSetAside()
{
    const ScratchData data;
    QFile file(data.file(QStringLiteral("settings.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"dark\": tr");
    file.close();
    OpenWindow window(data);
    QVERIFY(window->notices()->isVisible());
    QVERIFY(QFile::exists(data.file(QStringLiteral("settings.json.bad"))));
}

void TstLeaving::aStartThatDiedIsNotRepeated()
{
    const ScratchData data;
    {
        OpenWindow window(data);
        window.press(Qt::Key_2, Qt::ControlModifier);
        window.leave();
    }
    QVERIFY(!QFile::exists(data.file(QStringLiteral("settings.json.starting"))));
    QFile mark(data.file(QStringLiteral("settings.json.starting")));
    QVERIFY(mark.open(QIODevice::WriteOnly));
    mark.write("4194305");  // more than Linux gives a process
    mark.close();
    {
        OpenWindow window(data);
        QVERIFY(window->notices()->isVisible());
        QVERIFY(window->notices()->text().contains(QStringLiteral("settings.json.bad")));
        QVERIFY(!window.find<QDockWidget>("dock.training")->isVisible());
        QVERIFY(QFile::exists(data.file(QStringLiteral("settings.json.bad"))));
        window.leave();
    }
    OpenWindow window(data);
    QVERIFY(!window->notices()->isVisible());
}

void TstLeaving::missingEngineIsToldAndDrawingGoesOn()
{
    const ScratchData data;
    MainWindow window;
    Wiring wiring(window, data.file(QStringLiteral("settings.json")));
    window.resize(1280, 820);
    wiring.loadEngineAfterFirstPaint("/nowhere/libglyphscope_engine.so");
    window.show();
    QTRY_VERIFY(window.notices()->isVisible());
    QVERIFY(window.notices()->text().contains(QStringLiteral("/nowhere/libglyphscope_engine.so")));
    hand::write(*window.canvas(), tourDigit(3));
    QVERIFY(!window.canvas()->isEmpty());
}

GLYPHSCOPE_TEST(TstLeaving, Widgets)
#include "tst_leaving.moc"
