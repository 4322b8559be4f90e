// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/parameters/network_story.h"
#include "ui/parameters/forward_table.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>

#include <limits>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstForwardTrace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void theMeanForgetsWhatIsLongAgo()
    {
        RunningMean mean;
        QCOMPARE(mean.value(), 0.0);
        mean.add(1000);
        QCOMPARE(mean.value(), 1000.0);
        for (std::size_t i = 0; i < RunningMean::kKept; ++i)
            mean.add(static_cast<double>(i % 2));
        QCOMPARE(mean.value(), 0.5);
        QCOMPARE(mean.count(), RunningMean::kKept);
    }

    void everyStepBeginsWhereTheLastEnded()
    {
        const auto steps = traceOf(test::readingOf(1), {});
        QCOMPARE(steps.size(), 10U);
        QCOMPARE(wayText(steps[0]), u"1 \u00d7 28 \u00d7 28 \u2192 32 \u00d7 28 \u00d7 28"_s);
        QCOMPARE(wayText(steps[6]), u"64 \u00d7 7 \u00d7 7 \u2192 3136"_s);
        QCOMPARE(wayText(steps[9]), u"256 \u2192 10"_s);
        QCOMPARE(steps[0].bytes, 32 * 28 * 28 * 4);
        QCOMPARE(steps[9].low, -1.0F);
        QCOMPARE(steps[9].high, 10.0F);
    }

    void timesAreMeansOfTheReadings()
    {
        PassTimes times;
        times.add(test::readingOf(1));
        times.add(test::readingOf(3));
        QCOMPARE(times.of("conv1"), 2.0);
        QCOMPARE(times.of("fc2"), 20.0);
        QCOMPARE(times.of("nothing"), 0.0);
        QVERIFY(qAbs(times.whole() - 2 * 55 * 1.1) < 1e-9);
        const auto steps = traceOf(test::readingOf(3), times);
        QCOMPARE(steps[9].microseconds, 20.0);
        QVERIFY(qAbs(steps[9].share - 10.0 / 55) < 1e-9);
        times.clear();
        QCOMPARE(times.of("conv1"), 0.0);
    }

    void whatWasNotMeasuredDrawsNoMeanDown()
    {
        PassTimes times;
        times.add(test::readingOf(4));
        times.add(test::readingOf(0));
        QCOMPARE(times.of("conv1"), 4.0);
        const auto steps = traceOf(test::readingOf(0), {});
        QCOMPARE(steps[3].share, 0.0);
    }

    void numbersThatAreNotFiniteAreCounted()
    {
        Reading reading = test::readingOf(1);
        reading.modules[9].values = {std::numeric_limits<float>::quiet_NaN(), 2, 5,
                                     -std::numeric_limits<float>::infinity()};
        const TraceStep step = traceOf(reading, {})[9];
        QCOMPARE(step.low, 2.0F);
        QCOMPARE(step.high, 5.0F);
        QCOMPARE(step.notFinite, 2);
    }

    void nothingReadIsNoTrace() { QVERIFY(traceOf({}, {}).empty()); }

    void theTableWritesIt()
    {
        ForwardTable table;
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        PassTimes times;
        times.add(test::readingOf(2));
        table.setSteps(traceOf(test::readingOf(2), times));
        QCOMPARE(table.index(3, ForwardTable::Step).data().toString(), u"conv2"_s);
        QCOMPARE(table.index(3, ForwardTable::Time).data().toString(), u"8.00\u00a0\u00b5s  7\u00a0%"_s);
        QVERIFY(table.index(3, ForwardTable::Time)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(u"last 20 readings"));
        QCOMPARE(table.index(3, ForwardTable::Memory).data().toString(), u"49.0\u00a0KiB"_s);
        QCOMPARE(table.index(3, ForwardTable::Range).data().toString(), u"\u22121 to 4"_s);
        QCOMPARE(table.index(3, ForwardTable::Time).data(PlainRole).toString(), u"8"_s);
        QCOMPARE(table.index(3, ForwardTable::Shape).data(PlainRole).toString(),
                 u"[32, 14, 14] -> [64, 14, 14]"_s);
    }

    void timesAreADashUntilMeasured()
    {
        ForwardTable table;
        table.setSteps(traceOf(test::readingOf(0), {}));
        QCOMPARE(table.index(0, ForwardTable::Time).data().toString(), u"\u2013"_s);
        QVERIFY(!table.index(0, ForwardTable::Time).data(ShareRole).isValid());
    }

    void theRowsStayWhileTheirValuesChange()
    {
        ForwardTable table;
        table.setSteps(traceOf(test::readingOf(1), {}));
        QSignalSpy resets(&table, &ForwardTable::modelReset);
        QSignalSpy changes(&table, &ForwardTable::dataChanged);
        table.setSteps(traceOf(test::readingOf(2), {}));
        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.count(), 1);
        table.setSteps({});
        QCOMPARE(resets.count(), 1);
    }

    void aTraceIsQuick()
    {
        const Reading reading = test::readingOf(1);
        PassTimes times;
        QBENCHMARK
        {
            times.add(reading);
            QCOMPARE(traceOf(reading, times).size(), 10U);
        }
    }
};

GLYPHSCOPE_TEST(TstForwardTrace, Core)
#include "tst_forward_trace.moc"
