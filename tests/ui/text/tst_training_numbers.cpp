// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"

#include "ui/text/number_text.h"
#include "ui/text/training_numbers.h"
#include <QtTest/QTest>

using namespace glyphscope;

class TstTrainingNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void durations_data();
    void durations();
    void numbersForTheEye();
    void timeLeftFollowsThePaceSoFar();
};

void TstTrainingNumbers::durations_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0.0 << QStringLiteral("0:00");
    QTest::newRow("seconds") << 7.4 << QStringLiteral("0:07");
    QTest::newRow("rounds into the next minute") << 59.6 << QStringLiteral("1:00");
    QTest::newRow("minutes") << 725.0 << QStringLiteral("12:05");
    QTest::newRow("hours") << 3723.0 << QStringLiteral("1:02:03");
    QTest::newRow("before now") << -5.0 << QStringLiteral("0:00");
}

void TstTrainingNumbers::durations()
{
    QFETCH(double, seconds);
    QTEST(durationText(seconds), "text");
}

void TstTrainingNumbers::numbersForTheEye()
{
    QCOMPARE(lossText(0.04123), QStringLiteral("0.0412"));
    QCOMPARE(percentText(0.98614), QStringLiteral("98.61\u00a0%"));
    QCOMPARE(rateText(12340.4), QStringLiteral("12,340"));
    QCOMPARE(rateText(98.76), QStringLiteral("98.8"));
}

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
