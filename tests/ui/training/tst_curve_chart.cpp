// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/warnings.h"
#include "tests/ui/training/run_story.h"
#include "ui/style/theme.h"
#include "ui/training/curve_chart.h"
#include "ui/training/curve_plot.h"

#include <QtCharts/QChart>
#include <QtCore/QTimer>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QSlider>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstCurveChart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
    }
    void holdsWhatItWasGiven();
    void longRunsAreThinnedToThePixels();
    void marksTheTestSet();
    void drawsNothingWhileHidden();
    void manyUpdatesMakeOneFrame();
    void smoothingSliderChangesTheCourse();
    void clearsForTheNextRun();
    void axisFollowsTheCourse();
    void hoverReadsBothPlots();
    void showsBothPlotsWhereThereIsRoom_data();
    void showsBothPlotsWhereThereIsRoom();
    void tabsSwitchWhereThereIsNot();
    void takesTheThemesColours();
};

void TstCurveChart::holdsWhatItWasGiven()
{
    CurveChart chart;
    chart.resize(700, 500);
    chart.show();
    chart.addSteps(test::steps(40, 400));
    QTRY_COMPARE(chart.loss()->raw()->count(), 40);
    const StepStats seventh = test::steps(7, 400).back();
    QCOMPARE(chart.loss()->raw()->at(6), QPointF(7, seventh.loss));
    QCOMPARE(chart.accuracy()->raw()->at(6), QPointF(7, seventh.accuracy));
    QCOMPARE(chart.loss()->smoothed()->count(), 40);
}

void TstCurveChart::longRunsAreThinnedToThePixels()
{
    CurveChart chart;
    chart.resize(400, 500);
    chart.show();
    chart.addSteps(test::steps(9000, 9000));
    QTRY_VERIFY(chart.loss()->raw()->count() > 300);
    const double columns = chart.loss()->chart()->plotArea().width();
    QVERIFY(chart.loss()->raw()->count() <= 2 * columns);
    QVERIFY(chart.loss()->smoothed()->count() <= 2 * columns);
}

void TstCurveChart::marksTheTestSet()
{
    CurveChart chart;
    chart.show();
    chart.addSteps(test::steps(468, 468));
    chart.addEpoch(test::epoch(1, 468, 0.9876));
    QTRY_COMPARE(chart.accuracy()->marks()->count(), 1);
    QCOMPARE(chart.accuracy()->marks()->at(0), QPointF(468, 0.9876));
    QCOMPARE(chart.loss()->marks()->at(0).x(), 468.0);
}

void TstCurveChart::drawsNothingWhileHidden()
{
    CurveChart chart;
    chart.show();
    chart.hide();
    QSignalSpy drawn(chart.loss()->raw(), &QXYSeries::pointsReplaced);
    const auto* clock = chart.findChild<QTimer*>(u"training.chartClock"_s);
    chart.addSteps(test::steps(100, 400));
    chart.addEpoch(test::epoch(1, 100, 0.9));
    QVERIFY(!clock->isActive());
    QCOMPARE(drawn.count(), 0);
    chart.show();
    QTRY_COMPARE(chart.loss()->raw()->count(), 100);
    QTRY_VERIFY(!clock->isActive());
}

void TstCurveChart::manyUpdatesMakeOneFrame()
{
    CurveChart chart;
    chart.resize(700, 500);
    chart.show();
    const auto* clock = chart.findChild<QTimer*>(u"training.chartClock"_s);
    QTRY_VERIFY(!clock->isActive());
    QVERIFY(clock->interval() >= 33);
    QSignalSpy drawn(chart.loss()->raw(), &QXYSeries::pointsReplaced);
    for (const StepStats& step : test::steps(200, 400))
        chart.addSteps({step});
    QCOMPARE(drawn.count(), 0);
    QTRY_COMPARE(drawn.count(), 1);
    QVERIFY(!clock->isActive());
    QCOMPARE(chart.loss()->raw()->count(), 200);
}

void TstCurveChart::smoothingSliderChangesTheCourse()
{
    CurveChart chart;
    chart.resize(700, 500);
    chart.show();
    chart.addSteps(test::steps(50, 400));
    auto* slider = chart.findChild<QSlider*>(u"training.smoothing"_s);
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Home);
    QTRY_COMPARE(chart.loss()->smoothed()->count(), 50);
    QTRY_COMPARE(chart.loss()->smoothed()->points(), chart.loss()->raw()->points());
    QTest::keyClick(slider, Qt::Key_End);
    QTRY_VERIFY(chart.loss()->smoothed()->points() != chart.loss()->raw()->points());
}

void TstCurveChart::clearsForTheNextRun()
{
    CurveChart chart;
    chart.resize(700, 500);
    chart.show();
    chart.addSteps(test::steps(50, 400));
    chart.addEpoch(test::epoch(1, 50, 0.9));
    QTRY_COMPARE(chart.loss()->marks()->count(), 1);
    chart.clear();
    QTRY_COMPARE(chart.loss()->raw()->count(), 0);
    QCOMPARE(chart.loss()->marks()->count(), 0);
    chart.addSteps(test::steps(1, 400));
    QTRY_COMPARE(chart.loss()->smoothed()->count(), 1);
    QCOMPARE(chart.loss()->smoothed()->at(0), QPointF(1, test::steps(1, 400)[0].loss));
}

void TstCurveChart::axisFollowsTheCourse()
{
    CurveChart chart;
    chart.resize(700, 500);
    chart.show();
    chart.addSteps(test::steps(9000, 9000));
    QTRY_VERIFY(chart.loss()->raw()->count() > 0);
    QVERIFY(chart.loss()->valueTicks().to < 1.0);
    QCOMPARE(chart.loss()->valueTicks().from, 0.0);
    QVERIFY(chart.accuracy()->valueTicks().from > 0.9);
    QCOMPARE(chart.accuracy()->valueTicks().to, 1.0);
}

void TstCurveChart::hoverReadsBothPlots()
{
    CurveChart chart;
    chart.resize(700, 500);
    chart.show();
    chart.addSteps(test::steps(400, 400));
    QTRY_COMPARE(chart.loss()->raw()->count(), 400);
    QVERIFY(chart.loss()->readout().isEmpty());
    const QRectF area = chart.loss()->chart()->plotArea();
    QTest::mouseMove(chart.loss()->viewport(), area.center().toPoint());
    QTRY_VERIFY(chart.loss()->readout().startsWith(u"step "));
    const auto step = chart.loss()->readout().section(u' ', 1, 1).chopped(1).toInt();
    QVERIFY2(std::abs(step - 200) <= 8, qPrintable(chart.loss()->readout()));
    QVERIFY(chart.accuracy()->readout().contains(u'%'));
    QTest::mouseMove(chart.loss()->viewport(), QPoint(1, 1));
    QTRY_VERIFY(chart.loss()->readout().isEmpty());
    QVERIFY(chart.accuracy()->readout().isEmpty());
}

void TstCurveChart::showsBothPlotsWhereThereIsRoom_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("both");
    QTest::newRow("small dock") << QSize(316, 200) << false;
    QTest::newRow("tall") << QSize(316, 400) << true;
    QTest::newRow("wide") << QSize(760, 220) << true;
    QTest::newRow("large") << QSize(760, 700) << true;
}

void TstCurveChart::showsBothPlotsWhereThereIsRoom()
{
    QFETCH(QSize, size);
    QFETCH(bool, both);
    CurveChart chart;
    chart.resize(size);
    chart.show();
    QVERIFY(chart.loss()->isVisible());
    QCOMPARE(chart.accuracy()->isVisible(), both);
    QCOMPARE(chart.findChild<QToolButton*>(u"training.lossTab"_s)->isVisible(), !both);
    if (both)
        QTRY_COMPARE(chart.accuracy()->x() > chart.loss()->x(),
                     QByteArray(QTest::currentDataTag()) == "wide");
}

void TstCurveChart::tabsSwitchWhereThereIsNot()
{
    CurveChart chart;
    chart.resize(316, 200);
    chart.show();
    auto* accuracy = chart.findChild<QToolButton*>(u"training.accuracyTab"_s);
    QTest::mouseClick(accuracy, Qt::LeftButton);
    QVERIFY(chart.accuracy()->isVisible());
    QVERIFY(!chart.loss()->isVisible());
    QTest::mouseClick(chart.findChild<QToolButton*>(u"training.lossTab"_s), Qt::LeftButton);
    QVERIFY(chart.loss()->isVisible());
    QVERIFY(!chart.accuracy()->isVisible());
}

void TstCurveChart::takesTheThemesColours()
{
    CurveChart chart;
    chart.show();
    QCOMPARE(chart.loss()->smoothed()->pen().color(), theme().accent);
    const QColor light = theme().accent;
    applyTheme(*qApp, true);
    QTRY_COMPARE(chart.loss()->smoothed()->pen().color(), theme().accent);
    QVERIFY(theme().accent != light);
    QCOMPARE(chart.loss()->marks()->brush().color(), theme().second);
}

QTEST_MAIN(TstCurveChart)
#include "tst_curve_chart.moc"
