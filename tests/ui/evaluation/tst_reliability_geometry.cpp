// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/evaluation/reliability_geometry.h"

#include <QtTest/QTest>

#include <cmath>

using namespace glyphscope;

class TstReliabilityGeometry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void partsLieInsideAndApart_data();
    void partsLieInsideAndApart();
    void barsStandOnTheAxis();
    void theGapLiesBetweenBothNumbers_data();
    void theGapLiesBetweenBothNumbers();
    void pointsFindTheirBin_data();
    void pointsFindTheirBin();
    void countsAreLogarithmic();
    void intervalsAreWilsons_data();
    void intervalsAreWilsons();
};

void TstReliabilityGeometry::partsLieInsideAndApart_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::newRow("usual") << QSizeF(380, 330);
    QTest::newRow("narrow") << QSizeF(200, 400);
    QTest::newRow("low") << QSizeF(400, 180);
    QTest::newRow("huge") << QSizeF(1600, 1200);
}

void TstReliabilityGeometry::partsLieInsideAndApart()
{
    QFETCH(QSizeF, size);
    const ReliabilityLayout layout = layOutReliability(size, 15, 16, 36);
    const QRectF all(QPointF(), size);
    for (const QRectF& part : {layout.legend, layout.accuracyAxis, layout.square, layout.confidenceAxis,
                               layout.counts, layout.column(0), layout.column(14)})
        QVERIFY(all.contains(part));
    QVERIFY(layout.counts.bottom() + 16 <= size.height());  // the words below
    QVERIFY(layout.legend.bottom() <= layout.square.top());
    QVERIFY(layout.accuracyAxis.right() < layout.square.left());
    QVERIFY(layout.square.bottom() < layout.confidenceAxis.top());
    QVERIFY(layout.confidenceAxis.bottom() < layout.counts.top());
    QVERIFY(layout.square.width() <= 1.6 * layout.square.height() + 1e-9);
    QVERIFY(layout.square.height() <= layout.square.width() + 1e-9);
    // One way or the other the room is used.
    QVERIFY(layout.square.width() > 0.7 * size.width() || layout.total > size.height() - 2);
}

void TstReliabilityGeometry::barsStandOnTheAxis()
{
    const ReliabilityLayout layout = layOutReliability({380, 330}, 10, 16, 36);
    QCOMPARE(layout.at(0, 0), layout.square.bottomLeft());
    QCOMPARE(layout.at(1, 1), layout.square.topRight());
    const QRectF bar = layout.bar(3, 0.25);
    QCOMPARE(bar.bottom(), layout.square.bottom());
    QVERIFY(std::abs(bar.height() - 0.25 * layout.square.height()) < 1e-9);
    QVERIFY(bar.left() > layout.at(0.3, 0).x() && bar.right() < layout.at(0.4, 0).x());
    QCOMPARE(layout.bar(3, 0).height(), 0.0);
}

void TstReliabilityGeometry::theGapLiesBetweenBothNumbers_data()
{
    QTest::addColumn<double>("confidence");
    QTest::addColumn<double>("accuracy");
    QTest::newRow("too sure") << 0.95 << 0.8;
    QTest::newRow("not sure enough") << 0.8 << 0.95;
    QTest::newRow("just right") << 0.9 << 0.9;
}

void TstReliabilityGeometry::theGapLiesBetweenBothNumbers()
{
    QFETCH(double, confidence);
    QFETCH(double, accuracy);
    const ReliabilityLayout layout = layOutReliability({380, 330}, 15, 16, 36);
    const QRectF gap = layout.gap(13, {10, confidence, accuracy});
    QVERIFY(std::abs(gap.top() - layout.at(0, std::max(confidence, accuracy)).y()) < 1e-9);
    QVERIFY(std::abs(gap.bottom() - layout.at(0, std::min(confidence, accuracy)).y()) < 1e-9);
}

void TstReliabilityGeometry::pointsFindTheirBin_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::addColumn<int>("bin");
    QTest::newRow("first") << 0.01 << 0.5 << 0;
    QTest::newRow("last") << 0.99 << 0.5 << 14;
    QTest::newRow("on the edge of all") << 1.0 << 1.0 << 14;
    QTest::newRow("in the counts") << 0.5 << -0.15 << 7;
    QTest::newRow("beside") << -0.01 << 0.5 << -1;
    QTest::newRow("above") << 0.5 << 1.1 << -1;
    QTest::newRow("far below") << 0.5 << -0.9 << -1;
}

void TstReliabilityGeometry::pointsFindTheirBin()
{
    QFETCH(double, x);
    QFETCH(double, y);
    const ReliabilityLayout layout = layOutReliability({380, 330}, 15, 16, 36);
    QTEST(layout.binAt(layout.at(x, y)), "bin");
    QCOMPARE(ReliabilityLayout().binAt({0, 0}), -1);
}

void TstReliabilityGeometry::countsAreLogarithmic()
{
    QCOMPARE(countShare(0, 10000), 0.0);
    QCOMPARE(countShare(10000, 10000), 1.0);
    QVERIFY(countShare(1, 10000) > 0.05);
    QVERIFY(std::abs(countShare(99, 9999) - 0.5) < 1e-9);
    QCOMPARE(countShare(0, 0), 0.0);
}

void TstReliabilityGeometry::intervalsAreWilsons_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<double>("accuracy");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    // scipy.stats.binomtest(k, n).proportion_ci(method="wilson")
    QTest::newRow("8 of 10") << qint64{10} << 0.8 << 0.490162 << 0.943318;
    QTest::newRow("all of 5") << qint64{5} << 1.0 << 0.565518 << 1.0;
    QTest::newRow("none of 5") << qint64{5} << 0.0 << 0.0 << 0.434482;
    QTest::newRow("990 of 1000") << qint64{1000} << 0.99 << 0.981691 << 0.994559;
    QTest::newRow("nothing") << qint64{0} << 0.0 << 0.0 << 1.0;
}

void TstReliabilityGeometry::intervalsAreWilsons()
{
    QFETCH(qint64, count);
    QFETCH(double, accuracy);
    QFETCH(double, low);
    QFETCH(double, high);
    const Interval interval = accuracyInterval({count, 0.9, accuracy});
    QVERIFY2(std::abs(interval.low - low) < 1e-5, qPrintable(QString::number(interval.low, 'g', 9)));
    QVERIFY2(std::abs(interval.high - high) < 1e-5, qPrintable(QString::number(interval.high, 'g', 9)));
}

GLYPHSCOPE_TEST(TstReliabilityGeometry, Core)
#include "tst_reliability_geometry.moc"
