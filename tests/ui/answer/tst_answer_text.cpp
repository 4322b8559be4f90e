// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/answer/answer_text.h"
#include "ui/text/number_text.h"

using namespace glyphscope;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(glyphscope::Verdict)
Q_DECLARE_METATYPE(glyphscope::ClassSet)

class TstAnswerText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void percentagesDoNotExaggerate_data()
    {
        QTest::addColumn<float>("probability");
        QTest::addColumn<QString>("text");
        QTest::newRow("certain") << 1.0F << u"100.0 %"_s;
        QTest::newRow("nearly") << 0.99999F << u"> 99.9 %"_s;
        QTest::newRow("half") << 0.5F << u"50.0 %"_s;
        QTest::newRow("hardly") << 0.0001F << u"< 0.1 %"_s;
        QTest::newRow("never") << 0.0F << u"0.0 %"_s;
    }

    void percentagesDoNotExaggerate()
    {
        QFETCH(float, probability);
        QTEST(confidenceText(probability), "text");
    }

    void theVerdictIsInPlainWords_data()
    {
        QTest::addColumn<glyphscope::Verdict>("verdict");
        QTest::addColumn<int>("best");
        QTest::addColumn<glyphscope::ClassSet>("classes");
        QTest::addColumn<QString>("text");
        const ClassSet clothes({"T-shirt", "Trouser", "Ankle boot"});
        QTest::newRow("seven") << Verdict::Digit << 7 << ClassSet::digits() << u"It is a 7"_s;
        QTest::newRow("eight") << Verdict::Digit << 8 << ClassSet::digits() << u"It is an 8"_s;
        QTest::newRow("unsure") << Verdict::Unsure << 4 << ClassSet::digits() << u"Not sure: 4 or 1?"_s;
        QTest::newRow("not a digit") << Verdict::NotADigit << 4 << ClassSet::digits() << u"Not a digit"_s;
        QTest::newRow("empty") << Verdict::Empty << -1 << ClassSet::digits() << u"Nothing drawn yet"_s;
        QTest::newRow("boot") << Verdict::Digit << 2 << clothes << u"It is: Ankle boot"_s;
        QTest::newRow("letter") << Verdict::Digit << 2 << ClassSet({"0", "1", "K"}) << u"It is: K"_s;
        QTest::newRow("no garment") << Verdict::NotADigit << 2 << clothes << u"Nothing the network knows"_s;
        QTest::newRow("boot or trouser")
            << Verdict::Unsure << 2 << clothes << u"Not sure: Ankle boot or Trouser?"_s;
    }

    void theVerdictIsInPlainWords()
    {
        QFETCH(glyphscope::Verdict, verdict);
        QFETCH(int, best);
        QFETCH(glyphscope::ClassSet, classes);
        Prediction prediction{
            .verdict = verdict, .logits = {}, .probabilities = {}, .best = best, .second = 1};
        prediction.probabilities.assign(10, 0.05F);
        QTEST(verdictText(prediction, classes), "text");
    }

    void theDetailNamesTheSecondGuess()
    {
        const Prediction prediction{.verdict = Verdict::Digit,
                                    .logits = {},
                                    .probabilities = {0.05F, 0.9F, 0.05F},
                                    .best = 1,
                                    .second = 2};
        QCOMPARE(detailText(prediction, {}), u"90.0\u00A0% sure. Next: 2 (5.0\u00A0%)."_s);
    }

    void severalDigitsAreToldOfWhereTheAnswerIsDoubtful()
    {
        Prediction prediction{.verdict = Verdict::Unsure,
                              .logits = {},
                              .probabilities = std::vector<float>(10, 0.1F),
                              .best = 7,
                              .second = 5};
        const QString unsure = detailText(prediction, ClassSet::digits());
        prediction.several = true;
        const QString several = detailText(prediction, ClassSet::digits());
        QVERIFY(several != unsure);
        prediction.verdict = Verdict::NotADigit;
        QCOMPARE(detailText(prediction, ClassSet::digits()), several);
        QVERIFY(detailText(prediction, ClassSet::numbered(26)) != several);
        prediction.verdict = Verdict::Digit;
        QVERIFY(detailText(prediction, ClassSet::digits()) != several);
    }

    void oneClassAloneHasNoSecondGuess()
    {
        const Prediction prediction{
            .verdict = Verdict::Digit, .logits = {}, .probabilities = {1.0F}, .best = 0, .second = -1};
        QCOMPARE(detailText(prediction, {}), u"100.0\u00A0% sure."_s);
    }
};

GLYPHSCOPE_TEST(TstAnswerText, Core)
#include "tst_answer_text.moc"
