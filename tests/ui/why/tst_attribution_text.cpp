// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/why/attribution_text.h"

#include <cmath>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstAttributionText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void everyMethodIsExplained()
    {
        QStringList names;
        QStringList others;
        for (const AttributionMethod method : kAttributionMethods) {
            names << methodName(method);
            others << methodShort(method) << methodSentence(method) << methodPaper(method)
                   << methodTitle(method);
            QVERIFY(methodSentence(method).endsWith(u'.'));
            QCOMPARE(methodSentence(method).count(u". "_s), 0);  // one sentence
            QVERIFY2(methodPaper(method).last(4).toInt() > 2000, "author and year");
        }
        names.removeDuplicates();
        QCOMPARE(names.size(), 6);
        QCOMPARE(others.removeDuplicates(), 0);
        QVERIFY(!others.contains(QString()));
    }

    void theScoreIsNamed()
    {
        QCOMPARE(scoreText({3, -1}, 12.4, {}), u"Logit of 3: 12.4"_s);
        QCOMPARE(scoreText({3, 8}, 9.1, {}), u"Logit of 3 less that of 8: 9.1"_s);
        QCOMPARE(scoreText({1, 0}, -0.25, {u"Bag"_s, u"Coat"_s}),
                 u"Logit of Coat less that of Bag: \u22120.25"_s);
    }

    void completenessIsAddedUp_data()
    {
        QTest::addColumn<double>("input");
        QTest::addColumn<double>("baseline");
        QTest::addColumn<double>("sum");
        QTest::addColumn<QString>("text");
        QTest::newRow("small gap")
            << 12.1 << -0.3 << 12.38
            << u"Adds up to 12.38; the score rises by 12.40; gap \u22120.02 (0.2 %)."_s;
        QTest::newRow("tiny gap") << 10.0 << 0.0 << 10.0004
                                  << u"Adds up to 10.00; the score rises by 10.00; gap 0.0004 (< 0.1 %)."_s;
        QTest::newRow("falls") << -2.0 << 0.0 << -1.5
                               << u"Adds up to \u22121.50; the score falls by 2.00; gap 0.50 (25.0 %)."_s;
        QTest::newRow("exact") << 4.0 << 1.0 << 3.0
                               << u"Adds up to 3.00; the score rises by 3.00; gap 0.00 (0.0 %)."_s;
        QTest::newRow("no rise") << 1.0 << 1.0 << 0.25
                                 << u"Adds up to 0.25; the score rises by 0.00; gap 0.25."_s;
    }

    void completenessIsAddedUp()
    {
        QFETCH(double, input);
        QFETCH(double, baseline);
        QFETCH(double, sum);
        QTEST(completenessText({input, baseline, sum}), "text");
    }

    void theGapIsAShareOfTheRise()
    {
        QCOMPARE(gapShare({10, 0, 9}), 0.1);
        QCOMPARE(gapShare({-10, 0, -11}), 0.1);
        QCOMPARE(gapShare({2, 2, 0}), 0.0);
        QVERIFY(std::isinf(gapShare({2, 2, 1})));
    }

    void agreementIsSaid()
    {
        QVERIFY(agreementText({}).startsWith(u"Two maps or more"));
        QCOMPARE(agreementText({.pairs = {{0, 1, 0.71}}, .mean = 0.71}),
                 u"The methods agree: 0.71 on average."_s);
        QCOMPARE(agreementText({.pairs = {{0, 1, 0.6}, {0, 5, 0.2}}, .mean = 0.4}),
                 u"The methods agree in part: 0.40 on average. Least alike: Saliency and Occlusion, 0.20."_s);
        QVERIFY(agreementText({.pairs = {{0, 1, 0.1}, {0, 5, -0.2}}, .mean = -0.05})
                    .startsWith(u"The methods disagree: \u22120.05 on average."_s));
    }
};

GLYPHSCOPE_TEST(TstAttributionText, Core)
#include "tst_attribution_text.moc"
