// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/axis_ticks.h"

#include <QtTest/QTest>

#include <cmath>

using namespace glyphscope;

class TstAxisTicks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rangesEndAtRoundNumbers_data();
    void rangesEndAtRoundNumbers();
    void stepsEndWhereTheRunEnds_data();
    void stepsEndWhereTheRunEnds();
    void anyRangeFits();
};

void TstAxisTicks::rangesEndAtRoundNumbers_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("most");
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<int>("decimals");
    QTest::newRow("loss at first") << 0.0 << 2.31 << 5 << QList<double>{0, 0.5, 1, 1.5, 2, 2.5} << 1;
    QTest::newRow("loss later") << 0.0 << 0.37 << 4 << QList<double>{0, 0.1, 0.2, 0.3, 0.4} << 1;
    QTest::newRow("accuracy") << 0.93 << 1.0 << 5 << QList<double>{0.92, 0.94, 0.96, 0.98, 1} << 2;
    QTest::newRow("two parts") << 0.0 << 1.0 << 2 << QList<double>{0, 0.5, 1} << 1;
    QTest::newRow("nothing") << 0.0 << 0.0 << 2 << QList<double>{-0.5, 0, 0.5} << 1;
}

void TstAxisTicks::rangesEndAtRoundNumbers()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(int, most);
    QFETCH(QList<double>, values);
    const AxisTicks ticks = roundTicks(low, high, most);
    QCOMPARE(ticks.values.size(), values.size());
    for (qsizetype i = 0; i < values.size(); ++i)
        QVERIFY(std::abs(ticks.values[i] - values[i]) < 1e-9);
    QCOMPARE(ticks.from, ticks.values.first());
    QCOMPARE(ticks.to, ticks.values.last());
    QTEST(ticks.decimals, "decimals");
}

void TstAxisTicks::stepsEndWhereTheRunEnds_data()
{
    QTest::addColumn<double>("total");
    QTest::addColumn<QList<double>>("values");
    QTest::newRow("one step") << 1.0 << QList<double>{0, 1};
    QTest::newRow("sprint") << 468.0 << QList<double>{0, 200, 400};
    QTest::newRow("standard") << 2340.0 << QList<double>{0, 1000, 2000};
    QTest::newRow("quality") << 9360.0 << QList<double>{0, 5000};
}

void TstAxisTicks::stepsEndWhereTheRunEnds()
{
    QFETCH(double, total);
    const AxisTicks ticks = ticksUpTo(total, 3);
    QTEST(ticks.values, "values");
    QCOMPARE(ticks.from, 0.0);
    QCOMPARE(ticks.to, total);
}

void TstAxisTicks::anyRangeFits()
{
    for (const double low : {-3.0, 0.0, 0.019, 0.97, 123.0})
        for (const double span : {1e-6, 0.003, 0.07, 1.0, 8888.0})
            for (const int most : {2, 3, 5}) {
                const AxisTicks ticks = roundTicks(low, low + span, most);
                QVERIFY(ticks.values.size() >= 2);
                QVERIFY(ticks.values.size() <= most + 1);
                QVERIFY(ticks.from <= low + 1e-9 * span && ticks.to >= low + span * (1 - 1e-6));
            }
}

QTEST_GUILESS_MAIN(TstAxisTicks)
#include "tst_axis_ticks.moc"
