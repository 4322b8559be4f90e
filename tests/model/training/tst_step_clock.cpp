// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/step_clock.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;

class TstStepClock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void costIsOfTheMiddleSteps();
    void stepsWithoutAreAskedForWhereNoneWereSeen();
    void otherHooksAreTimedAnew();
};

void TstStepClock::costIsOfTheMiddleSteps()
{
    StepClock clock;
    for (int i = 0; i < 5; ++i)
        clock.took(false, i == 2 ? 9.0 : 0.01);  // one was held up
    QVERIFY(!clock.cost(100));
    for (const double seconds : {5.0, 4.0, 0.02, 0.02, 3.0, 0.02})  // the first two prepare
        clock.took(true, seconds);
    const std::optional<HookCost> cost = clock.cost(100);
    QVERIFY(cost);
    QCOMPARE(cost->without, 100 / 0.01);
    QCOMPARE(cost->with, 100 / 0.02);
}

void TstStepClock::stepsWithoutAreAskedForWhereNoneWereSeen()
{
    StepClock clock;
    QVERIFY(!clock.wantsComparison());
    int asked = 0;
    for (int step = 1; step <= 250; ++step) {
        clock.took(true, 0.02);
        if (!clock.wantsComparison())
            continue;
        ++asked;
        clock.took(false, 0.01);
    }
    QCOMPARE(asked, 5);  // three times at first, then at 100 and 200
    QVERIFY(clock.cost(32));
}

void TstStepClock::otherHooksAreTimedAnew()
{
    StepClock clock;
    for (int i = 0; i < 6; ++i) {
        clock.took(false, 0.01);
        clock.took(true, 0.02);
    }
    QVERIFY(clock.cost(32));
    clock.forgetHooked();
    QVERIFY(!clock.cost(32));
}

GLYPHSCOPE_TEST(TstStepClock, Core)
#include "tst_step_clock.moc"
