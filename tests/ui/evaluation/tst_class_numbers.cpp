// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/ui/evaluation/evaluation_story.h"
#include "ui/evaluation/class_numbers.h"

#include <QtTest/QTest>

using namespace glyphscope;

class TstClassNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsAndShares()
    {
        const std::vector<ClassNumbers> numbers = classNumbers(*m_three.evaluation);
        QCOMPARE(numbers.size(), 3U);
        QCOMPARE(numbers[0].support, 3);
        QCOMPARE(numbers[0].answered, 2);
        QCOMPARE(numbers[0].correct, 1);
        QCOMPARE(numbers[0].precision.value(), 1.0 / 2);
        QCOMPARE(numbers[0].recall.value(), 1.0 / 3);
        QCOMPARE(numbers[0].f1.value(), 2.0 / 5);
        QCOMPARE(numbers[1].precision.value(), 2.0 / 4);
        QCOMPARE(numbers[1].recall.value(), 1.0);
    }

    void precisionOfWhatWasNeverAnsweredIsUndefined()
    {
        const ClassNumbers never = classNumbers(*m_three.evaluation)[2];
        QVERIFY(!never.precision);
        QCOMPARE(never.recall.value(), 0.0);
        QCOMPARE(never.f1.value(), 0.0);
    }

    void recallOfWhatNeverOccursIsUndefined()
    {
        const ClassNumbers absent = classNumbers(*test::storyOf(2, {{0, 1}}).evaluation)[1];
        QVERIFY(!absent.recall);
        QCOMPARE(absent.precision.value(), 0.0);
        const ClassNumbers unheardOf = classNumbers(*test::storyOf(3, {{0, 1}}).evaluation)[2];
        QVERIFY(!unheardOf.f1);
    }

    void meansLeaveTheUndefinedOut()
    {
        const MacroMeans means = macroMeans(classNumbers(*m_three.evaluation));
        QCOMPARE(means.precision.value(), 0.5);
        QCOMPARE(means.recall.value(), (1.0 / 3 + 1 + 0) / 3);
        QVERIFY(!macroMeans({}).f1);
    }

    void sharesAreOfTheTruth()
    {
        const std::vector<ClassNumbers> numbers = classNumbers(*m_three.evaluation);
        QCOMPARE(shareOfTruth(*m_three.evaluation, numbers, 0, 1), 2.0 / 3);
        QCOMPARE(shareOfTruth(*m_three.evaluation, numbers, 7, 1), 0.0);
        QCOMPARE(greatestErrorShare(*m_three.evaluation, numbers), 1.0);  // the only 2 is read as 0
        const test::Story right = test::storyOf(2, {{0, 0}, {1, 1}});
        QCOMPARE(greatestErrorShare(*right.evaluation, classNumbers(*right.evaluation)), 0.0);
    }

    void aMatrixThatIsTooShortCountsNothing()
    {
        Evaluation evaluation;
        evaluation.classCount = 3;
        evaluation.confusion = {5};
        QCOMPARE(confusionAt(evaluation, 0, 0), 5);
        QCOMPARE(confusionAt(evaluation, 2, 2), 0);
        QCOMPARE(confusionAt(evaluation, -1, 0), 0);
        QCOMPARE(confusionAt(evaluation, 0, 3), 0);
        QCOMPARE(classNumbers(evaluation)[0].support, 5);
    }

private:
    const test::Story m_three = test::storyOf(3, test::threeClasses());
};

GLYPHSCOPE_TEST(TstClassNumbers, Core)
#include "tst_class_numbers.moc"
