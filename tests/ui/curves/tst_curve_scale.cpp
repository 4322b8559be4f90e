// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/curves/curve_grid.h"
#include "ui/curves/curve_scale.h"

#include <QtTest/QTest>

#include <cmath>

using namespace glyphscope;

class TstCurveScale : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void zoomKeepsWhatIsUnderThePointer();
    void zoomStopsAtTheLimits();
    void panStopsAtTheLimits();
    void pixelsGoThereAndBack();
    void logarithmicPixels();
    void plotsShareTheirRoom_data();
    void plotsShareTheirRoom();
};

void TstCurveScale::zoomKeepsWhatIsUnderThePointer()
{
    const AxisRange range = zoomed({0, 1000}, 300, 2, {0, 1000}, 4);
    QCOMPARE(range.span(), 500.0);
    QCOMPARE((300 - range.from) / range.span(), 0.3);
    QCOMPARE(zoomed(range, 300, 0.5, {0, 1000}, 4), (AxisRange{0, 1000}));
}

void TstCurveScale::zoomStopsAtTheLimits()
{
    QCOMPARE(zoomed({0, 1000}, 500, 0.1, {0, 1000}, 4), (AxisRange{0, 1000}));
    QCOMPARE(zoomed({498, 502}, 500, 100, {0, 1000}, 4), (AxisRange{498, 502}));
    QCOMPARE(zoomed({0, 100}, 90, 0.5, {0, 1000}, 4).from, 0.0);
    QCOMPARE(zoomed({0, 1}, 0.5, 10, {0, 1}, 4), (AxisRange{0, 1}));  // a run of one step
}

void TstCurveScale::panStopsAtTheLimits()
{
    QCOMPARE(panned({100, 200}, 50, {0, 1000}), (AxisRange{150, 250}));
    QCOMPARE(panned({100, 200}, -500, {0, 1000}), (AxisRange{0, 100}));
    QCOMPARE(panned({100, 200}, 5000, {0, 1000}), (AxisRange{900, 1000}));
    QCOMPARE(panned({100, 200}, 0, {0, 50}), (AxisRange{0, 50}));
}

void TstCurveScale::pixelsGoThereAndBack()
{
    const PlotScale scale{QRectF(40, 10, 500, 200), {100, 200}, {0, 2}, false};
    QCOMPARE(scale.toPixel({150, 0.5}), QPointF(290, 160));
    QCOMPARE(scale.fromX(290), 150.0);
    QCOMPARE(scale.toPixel({100, 0}), scale.area.bottomLeft());
}

void TstCurveScale::logarithmicPixels()
{
    const PlotScale scale{QRectF(0, 0, 100, 300), {0, 1}, {0.001, 1}, true};
    QVERIFY(std::abs(scale.toY(0.01) - 200) < 1e-9);
    QVERIFY(std::abs(scale.toY(1)) < 1e-9);
    QVERIFY(scale.toY(0) > 300);
    QVERIFY(scale.toY(-1) > 300);
}

void TstCurveScale::plotsShareTheirRoom_data()
{
    QTest::addColumn<QSizeF>("room");
    QTest::addColumn<int>("wanted");
    QTest::addColumn<int>("shown");
    QTest::addColumn<int>("columns");
    QTest::newRow("small dock") << QSizeF(280, 150) << 2 << 1 << 1;
    QTest::newRow("tall") << QSizeF(316, 400) << 2 << 2 << 1;
    QTest::newRow("wide") << QSizeF(760, 180) << 2 << 2 << 2;
    QTest::newRow("large") << QSizeF(760, 660) << 2 << 2 << 1;
    QTest::newRow("all in a large one") << QSizeF(1400, 700) << 5 << 5 << 2;
    QTest::newRow("all in a tall one") << QSizeF(320, 980) << 5 << 5 << 1;
    QTest::newRow("three of five") << QSizeF(320, 600) << 5 << 3 << 1;
    QTest::newRow("too low for two") << QSizeF(400, 371) << 2 << 1 << 1;
    QTest::newRow("beside the settings") << QSizeF(518, 200) << 2 << 2 << 2;
    QTest::newRow("no room at all") << QSizeF(0, -20) << 3 << 1 << 1;
}

void TstCurveScale::plotsShareTheirRoom()
{
    QFETCH(QSizeF, room);
    QFETCH(int, wanted);
    const PlotGrid grid = gridFor(room, wanted, 12);
    QTEST(grid.shown, "shown");
    QTEST(grid.columns, "columns");
}

GLYPHSCOPE_TEST(TstCurveScale, Core)
#include "tst_curve_scale.moc"
