// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"

#include "ui/text/training_numbers.h"
#include <QtTest/QTest>

using namespace glyphscope;

class TstTrainingNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void timeLeftFollowsThePaceSoFar();
};

void TstTrainingNumbers::timeLeftFollowsThePaceSoFar()
{
    StepStats step;
    QCOMPARE(secondsLeft(step), 0.0);
    QCOMPARE(progressOf(step), 0.0);
    step.step = 25;
    step.totalSteps = 100;
    step.seconds = 10;
    QCOMPARE(secondsLeft(step), 30.0);
    QCOMPARE(progressOf(step), 0.25);
    step.step = 100;
    QCOMPARE(secondsLeft(step), 0.0);
    QCOMPARE(progressOf(step), 1.0);
}

GLYPHSCOPE_TEST(TstTrainingNumbers, Core)
#include "tst_training_numbers.moc"
