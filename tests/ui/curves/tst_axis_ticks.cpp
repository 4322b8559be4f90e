// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/curves/axis_ticks.h"

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
    void timeIsInRoundMinutes_data();
    void timeIsInRoundMinutes();
    void logarithmsAreOfOneTwoFive_data();
    void logarithmsAreOfOneTwoFive();
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
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<QList<double>>("values");
    QTest::newRow("one step") << 0.0 << 1.0 << QList<double>{0, 1};
    QTest::newRow("sprint") << 0.0 << 468.0 << QList<double>{0, 200, 400};
    QTest::newRow("standard") << 0.0 << 2340.0 << QList<double>{0, 1000, 2000};
    QTest::newRow("quality") << 0.0 << 9360.0 << QList<double>{0, 5000};
    QTest::newRow("a part") << 1234.0 << 1300.0 << QList<double>{1240, 1260, 1280, 1300};
    QTest::newRow("two steps") << 1234.2 << 1236.1 << QList<double>{1235, 1236};
}

void TstAxisTicks::stepsEndWhereTheRunEnds()
{
    QFETCH(double, from);
    QFETCH(double, to);
    const AxisTicks ticks = ticksWithin(from, to, 4 - (from == 0), 1);
    QTEST(ticks.values, "values");
    QCOMPARE(ticks.from, from);
    QCOMPARE(ticks.to, to);
}

void TstAxisTicks::timeIsInRoundMinutes_data()
{
    QTest::addColumn<double>("to");
    QTest::addColumn<QList<double>>("values");
    QTest::newRow("seconds") << 7.0 << QList<double>{0, 2, 4, 6};
    QTest::newRow("a minute") << 61.0 << QList<double>{0, 30, 60};
    QTest::newRow("minutes") << 700.0 << QList<double>{0, 300, 600};
    QTest::newRow("hours") << 9000.0 << QList<double>{0, 3600, 7200};
    QTest::newRow("parts of a second") << 1.5 << QList<double>{0, 0.5, 1, 1.5};
    QTest::newRow("days") << 1e6 << QList<double>{0, 500000, 1000000};
}

void TstAxisTicks::timeIsInRoundMinutes()
{
    QFETCH(double, to);
    const AxisTicks ticks = timeTicks(0, to, 4);
    QTEST(ticks.values, "values");
}

void TstAxisTicks::logarithmsAreOfOneTwoFive_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("most");
    QTest::addColumn<QList<double>>("values");
    QTest::newRow("within a decade") << 0.03 << 0.4 << 6 << QList<double>{0.02, 0.05, 0.1, 0.2, 0.5};
    QTest::newRow("one value") << 0.3 << 0.3 << 5 << QList<double>{0.2, 0.5};
    QTest::newRow("a round value") << 0.1 << 0.1 << 5 << QList<double>{0.1, 0.2};
    QTest::newRow("decades") << 0.0011 << 2.3 << 5 << QList<double>{0.001, 0.01, 0.1, 1};
    QTest::newRow("every other decade") << 1e-8 << 2.0 << 5 << QList<double>{1e-8, 1e-6, 1e-4, 1e-2, 1};
    QTest::newRow("large") << 12000.0 << 33000.0 << 5 << QList<double>{10000, 20000, 50000};
}

void TstAxisTicks::logarithmsAreOfOneTwoFive()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(int, most);
    QFETCH(QList<double>, values);
    const AxisTicks ticks = logTicks(low, high, most);
    QVERIFY(ticks.from <= low * (1 + 1e-6) && ticks.to >= high * (1 - 1e-6));
    QVERIFY(ticks.from > 0 && ticks.to > ticks.from);
    QCOMPARE(ticks.values.size(), values.size());
    for (qsizetype i = 0; i < values.size(); ++i)
        QVERIFY(std::abs(ticks.values[i] / values[i] - 1) < 1e-9);
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

GLYPHSCOPE_TEST(TstAxisTicks, Core)
#include "tst_axis_ticks.moc"
