// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/schedule.h"
#include "tests/model/training/goldens.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <cmath>

using namespace glyphscope;
using namespace glyphscope::test;

class TstSchedule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void risesToThePeakAndFallsToNothing_data();
    void risesToThePeakAndFallsToNothing();
    void startsAtATwentyFifth();
    void risesToTheLastBitAsEver();
    void cosineIsPythons();
    void stepIsPythons();
    void constantStays();
    void oneCycleIsTheOneOfTheOptions();
    void linearGoesStraightUpAndStraightDown();
    void followsAPeakThatIsChanged();
};

void TstSchedule::risesToThePeakAndFallsToNothing_data()
{
    QTest::addColumn<qint64>("total");
    QTest::addColumn<double>("warmup");
    QTest::newRow("one epoch") << qint64(468) << 0.25;
    QTest::newRow("long") << qint64(100'000) << 0.1;
    QTest::newRow("late peak") << qint64(1'000) << 0.9;
    QTest::newRow("two steps") << qint64(2) << 0.5;
    QTest::newRow("one step") << qint64(1) << 0.25;
}

void TstSchedule::risesToThePeakAndFallsToNothing()
{
    QFETCH(qint64, total);
    QFETCH(double, warmup);
    const double top = warmup * static_cast<double>(total);
    double before = 0;
    for (qint64 step = 0; step < total; ++step) {
        const double rate = oneCycle(step, total, 0.1, warmup);
        QVERIFY(rate > 0 && rate <= 0.1 + 1e-12);
        if (step > 0)
            QVERIFY(static_cast<double>(step) <= top ? rate >= before
                                                     : rate <= before || static_cast<double>(step) < top + 1);
        before = rate;
    }
    QVERIFY(oneCycle(total, total, 0.1, warmup) < 0.1 / 25 + 1e-12);
}

void TstSchedule::startsAtATwentyFifth()
{
    QCOMPARE(oneCycle(0, 1000, 0.5, 0.25), 0.02);
    QCOMPARE(oneCycle(250, 1000, 0.5, 0.25), 0.5);
    QCOMPARE(oneCycle(625, 1000, 0.5, 0.25), 0.25);
}

void TstSchedule::risesToTheLastBitAsEver()
{
    // start + (peak - start) * step / up, from the left: the steps where another order has other bits
    QVERIFY(oneCycle(11, 468, 0.1, 0.25) == 0.013025641025641027);
    QVERIFY(oneCycle(17, 468, 0.1, 0.25) == 0.017948717948717947);
    QVERIFY(oneCycle(18, 468, 0.1, 0.25) == 0.018769230769230767);
    QVERIFY(oneCycle(22, 468, 0.1, 0.25) == 0.022051282051282053);
}

void TstSchedule::cosineIsPythons()
{
    TrainOptions options;
    options.schedule = ScheduleKind::Cosine;
    options.peakLearningRate = 0.3;
    for (std::size_t step = 0; step < kGoldenCosine.size(); ++step)
        QVERIFY(std::abs(scheduledRate(static_cast<qint64>(step), 5, 20, options) - kGoldenCosine[step]) <
                1e-14);
}

void TstSchedule::stepIsPythons()
{
    TrainOptions options;
    options.schedule = ScheduleKind::Step;
    options.peakLearningRate = 0.3;
    options.decayEvery = 2;
    options.decayFactor = 0.3;
    for (std::size_t step = 0; step < kGoldenStep.size(); ++step)
        QVERIFY(std::abs(scheduledRate(static_cast<qint64>(step), 5, 40, options) - kGoldenStep[step]) <
                1e-14);
}

void TstSchedule::constantStays()
{
    TrainOptions options;
    options.schedule = ScheduleKind::Constant;
    options.peakLearningRate = 0.3;
    for (const qint64 step : {0, 7, 39})
        QCOMPARE(scheduledRate(step, 5, 40, options), 0.3);
}

void TstSchedule::oneCycleIsTheOneOfTheOptions()
{
    TrainOptions options;
    options.peakLearningRate = 0.5;
    options.warmup = 0.4;
    for (const qint64 step : {0, 7, 39})
        QCOMPARE(scheduledRate(step, 5, 40, options), oneCycle(step, 40, 0.5, 0.4));
}

void TstSchedule::linearGoesStraightUpAndStraightDown()
{
    TrainOptions options;
    options.schedule = ScheduleKind::Linear;
    options.peakLearningRate = 0.5;
    options.warmup = 0.2;
    const auto rate = [&options](qint64 step) { return scheduledRate(step, 10, 50, options); };
    QCOMPARE(rate(0), 0.1);
    QCOMPARE(rate(5), 0.3);
    QCOMPARE(rate(10), 0.5);
    QCOMPARE(rate(30), 0.25);
    QCOMPARE(rate(49), 0.0125);
    QCOMPARE(rate(50), 0.0);
}

void TstSchedule::followsAPeakThatIsChanged()
{
    for (const ScheduleKind kind : {ScheduleKind::OneCycle, ScheduleKind::Constant, ScheduleKind::Cosine,
                                    ScheduleKind::Step, ScheduleKind::Linear}) {
        TrainOptions options;
        options.schedule = kind;
        const double before = scheduledRate(17, 5, 40, options);
        options.peakLearningRate /= 4;
        QCOMPARE(scheduledRate(17, 5, 40, options), before / 4);
    }
}

GLYPHSCOPE_TEST(TstSchedule, Core)
#include "tst_schedule.moc"
