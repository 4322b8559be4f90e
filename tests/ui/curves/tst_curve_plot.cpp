// SPDX-License-Identifier: GPL-3.0-or-later
// How plots are read and moved through.
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/curves/run_story.h"
#include "tests/ui/curves/shown_chart.h"
#include "ui/style/theme.h"

#include <QtGui/QMouseEvent>

using namespace glyphscope;
using namespace Qt::StringLiterals;
using test::Shown;

class TstCurvePlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
    }
    void hoverReadsAllPlots();
    void keysReadAndMove();
    void wheelZoomsAtThePointer();
    void wheelPansSideways();
    void dragZoomsToARange();
    void shiftAndMiddleDragPan();
    void doubleClickShowsEverything();
    void zoomStaysWhileARunGrows();
};

void TstCurvePlot::hoverReadsAllPlots()
{
    Shown shown;
    shown.chart.addSteps(test::steps(400, 400));
    QTRY_COMPARE(shown.drawn(), std::size_t{400});
    QTRY_VERIFY(shown.isIdle());
    QTest::mouseMove(shown.loss(), shown.at(200));
    QTRY_VERIFY(shown.chart.model().hovered.has_value());
    QVERIFY(std::abs(*shown.chart.model().hovered - 200) <= 1);
    const int drawings = shown.loss()->drawings();
    QTRY_VERIFY(shown.loss()->accessibleDescription().startsWith(u"step 20"_s));
    QVERIFY(shown.accuracy()->accessibleDescription().contains(u'%'));
    QCOMPARE(shown.loss()->drawings(), drawings);  // the curves are not drawn again for it
    QTest::mouseMove(shown.loss(), QPoint(1, 1));
    QTRY_VERIFY(!shown.chart.model().hovered.has_value());
    QTRY_VERIFY(shown.accuracy()->accessibleDescription().isEmpty());
}

void TstCurvePlot::keysReadAndMove()
{
    Shown shown;
    shown.chart.addSteps(test::steps(400, 400));
    QTRY_COMPARE(shown.range().to, 400.0);
    QTRY_VERIFY(shown.isIdle());
    CurvePlot* plot = shown.loss();
    QTest::keyClick(plot, Qt::Key_Right);
    const double first = shown.chart.model().hovered.value();
    QVERIFY(std::abs(first - 200) < 2);
    QTest::keyClick(plot, Qt::Key_PageDown);
    QVERIFY(shown.chart.model().hovered.value() > first + 30);
    QTest::keyClick(plot, Qt::Key_Left);
    QTest::keyClick(plot, Qt::Key_Plus);
    const double span = shown.range().span();
    QVERIFY(span < 400);
    QTRY_VERIFY(shown.isIdle());
    const double from = shown.range().from;
    QTest::keyClick(plot, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(shown.range().from > from);
    QVERIFY(std::abs(shown.range().span() - span) < 1e-6);
    QTest::keyClick(plot, Qt::Key_Home);
    QCOMPARE(shown.range(), (AxisRange{0, 400}));
}

void TstCurvePlot::wheelZoomsAtThePointer()
{
    Shown shown;
    shown.chart.addSteps(test::steps(400, 400));
    QTRY_COMPARE(shown.range().to, 400.0);
    QTRY_VERIFY(shown.isIdle());
    const QPoint at = shown.at(100);
    const double under = shown.loss()->scene().scale.fromX(at.x());
    shown.turnWheel(at, {0, 240});
    QVERIFY(std::abs(shown.range().span() - 400 / 1.5625) < 1e-6);
    QTRY_VERIFY(shown.loss()->scene().scale.x == shown.range());
    QVERIFY(std::abs(shown.loss()->scene().scale.fromX(at.x()) - under) < 1e-6);
    QCOMPARE(shown.accuracy()->scene().scale.x, shown.range());
    shown.turnWheel(at, {0, -1200});
    QCOMPARE(shown.range(), (AxisRange{0, 400}));
    QVERIFY(!shown.chart.model().zoom);
    // With everything in view, what holds the chart may scroll.
    QWheelEvent further(at, shown.loss()->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                        Qt::NoScrollPhase, false);
    QApplication::sendEvent(shown.loss(), &further);
    QVERIFY(!further.isAccepted());
}

void TstCurvePlot::wheelPansSideways()
{
    Shown shown;
    shown.chart.addSteps(test::steps(400, 400));
    QTRY_COMPARE(shown.range().to, 400.0);
    QTRY_VERIFY(shown.isIdle());
    shown.turnWheel(shown.at(200), {0, 480});
    const AxisRange before = shown.range();
    shown.turnWheel(shown.at(200), {-120, 0});
    QVERIFY(shown.range().from > before.from);
    QVERIFY(std::abs(shown.range().span() - before.span()) < 1e-9);
}

void TstCurvePlot::dragZoomsToARange()
{
    Shown shown;
    shown.chart.addSteps(test::steps(400, 400));
    QTRY_COMPARE(shown.range().to, 400.0);
    QTRY_VERIFY(shown.isIdle());
    QTest::mousePress(shown.loss(), Qt::LeftButton, {}, shown.at(300));
    QTest::mouseMove(shown.loss(), shown.at(200));
    QTest::mouseRelease(shown.loss(), Qt::LeftButton, {}, shown.at(100));
    QVERIFY(std::abs(shown.range().from - 100) < 1.5);
    QVERIFY(std::abs(shown.range().to - 300) < 1.5);
    // A click is no drag.
    const AxisRange before = shown.range();
    QTest::mouseClick(shown.loss(), Qt::LeftButton, {}, shown.at(150));
    QCOMPARE(shown.range(), before);
}

void TstCurvePlot::shiftAndMiddleDragPan()
{
    for (const bool middle : {false, true}) {
        Shown shown;
        shown.chart.addSteps(test::steps(400, 400));
        QTRY_COMPARE(shown.range().to, 400.0);
        QTRY_VERIFY(shown.isIdle());
        shown.turnWheel(shown.at(200), {0, 480});
        QTRY_VERIFY(shown.isIdle() && shown.loss()->scene().scale.x == shown.range());
        const AxisRange before = shown.range();
        const auto button = middle ? Qt::MiddleButton : Qt::LeftButton;
        const auto keys = middle ? Qt::NoModifier : Qt::ShiftModifier;
        const QPoint at = shown.at(200);
        QTest::mousePress(shown.loss(), button, keys, at);
        QMouseEvent move(QEvent::MouseMove, at - QPoint(60, 0), shown.loss()->mapToGlobal(at), Qt::NoButton,
                         button, keys);
        QApplication::sendEvent(shown.loss(), &move);
        QTest::mouseRelease(shown.loss(), button, keys, at - QPoint(60, 0));
        const double by = 60 / shown.loss()->scene().scale.area.width() * before.span();
        QVERIFY(std::abs(shown.range().from - before.from - by) < 1e-6);
    }
}

void TstCurvePlot::doubleClickShowsEverything()
{
    Shown shown;
    shown.chart.addSteps(test::steps(400, 400));
    QTRY_COMPARE(shown.range().to, 400.0);
    QTRY_VERIFY(shown.isIdle());
    shown.turnWheel(shown.at(200), {0, 480});
    QVERIFY(shown.chart.model().zoom);
    QTest::mouseDClick(shown.loss(), Qt::LeftButton, {}, shown.at(250));
    QVERIFY(!shown.chart.model().zoom);
}

void TstCurvePlot::zoomStaysWhileARunGrows()
{
    Shown shown;
    std::vector<StepStats> steps = test::steps(600, 0);
    shown.chart.addSteps({steps.begin(), steps.begin() + 400});
    QTRY_COMPARE(shown.range().to, 400.0);
    QTRY_VERIFY(shown.isIdle());
    shown.turnWheel(shown.at(200), {0, 480});
    const AxisRange before = shown.range();
    shown.chart.addSteps({steps.begin() + 400, steps.end()});
    QTRY_COMPARE(shown.chart.model().limits.to, 600.0);
    QCOMPARE(shown.range(), before);
}

GLYPHSCOPE_TEST(TstCurvePlot, Widgets)
#include "tst_curve_plot.moc"
