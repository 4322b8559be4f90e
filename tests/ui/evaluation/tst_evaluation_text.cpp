// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/ui/evaluation/evaluation_story.h"
#include "ui/evaluation/evaluation_text.h"

#include <QtTest/QTest>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstEvaluationText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headlines_data()
    {
        QTest::addColumn<int>("errors");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0 << u"No error in 10,000 images, loss 0.0412"_s;
        QTest::newRow("one") << 1 << u"1 error in 10,000 images, loss 0.0412"_s;
        QTest::newRow("many") << 1234 << u"1,234 errors in 10,000 images, loss 0.0412"_s;
    }

    void headlines()
    {
        QFETCH(int, errors);
        QFETCH(QString, text);
        Evaluation evaluation;
        evaluation.count = 10000;
        evaluation.correct = evaluation.count - errors;
        evaluation.loss = 0.0412;
        QCOMPARE(headlineText(evaluation), text);
    }

    void undefinedSharesAreADash()
    {
        QCOMPARE(shareText(0.9861), u"98.61\u00a0%"_s);
        QCOMPARE(shareText(std::nullopt), u"\u2013"_s);
    }

    void cells()
    {
        QCOMPARE(cellText({}, 4, 9, 12, 982), u"4 read as 9: 12 of 982 images, 1.22\u00a0%"_s);
        QCOMPARE(cellText(m_names, 0, 0, 1, 1), u"Coat read right: 1 of 1 image, 100.00\u00a0%"_s);
        QCOMPARE(cellText(m_names, 0, 1, 0, 0), u"Coat read as 100 %1: 0 of 0 images"_s);
    }

    void choices_data()
    {
        QTest::addColumn<ImageChoice>("choice");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("nothing");
        QTest::newRow("all") << ImageChoice{} << u"All errors"_s
                             << u"No errors: every image was read right."_s;
        QTest::newRow("of") << ImageChoice{0, {}} << u"Errors of Coat"_s << u"Every Coat was read right."_s;
        QTest::newRow("as") << ImageChoice{{}, 0} << u"Wrongly read as Coat"_s
                            << u"Nothing was wrongly read as Coat."_s;
        QTest::newRow("right") << ImageChoice{0, 0} << u"Coat read right"_s << u"No Coat was read right."_s;
        QTest::newRow("cell") << ImageChoice{0, 1} << u"Coat read as 100 %1"_s
                              << u"No Coat was read as 100 %1."_s;
    }

    void choices()
    {
        QFETCH(ImageChoice, choice);
        QTEST(choiceName(choice, m_names), "name");
        QTEST(nothingText(choice, m_names), "nothing");
    }

    void anImageInNumbers()
    {
        const test::Story story = test::storyOf(3, {{0, 0}, {0, 1, 0.875F, 0.0F}, {0, 1, 0.75F, 0.25F}});
        QCOMPARE(imageText(*story.evaluation, *story.images, 2, m_names),
                 u"Image 3 of 3\nTruth: Coat, probability 25.00\u00a0%\n"
                 u"Answer: 100 %1, probability 75.00\u00a0%\nLoss: 1.3863"_s);
        QVERIFY(imageText(*story.evaluation, *story.images, 1, m_names).endsWith(u"Loss: above 100"));
    }

private:
    const QStringList m_names{u"Coat"_s, u"100 %1"_s};  // a name may look like a place for one
};

GLYPHSCOPE_TEST(TstEvaluationText, Core)
#include "tst_evaluation_text.moc"
