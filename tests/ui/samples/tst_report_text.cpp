// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/samples/sample_story.h"
#include "ui/samples/report_text.h"

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstReportText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void changesAreInPoints_data()
    {
        QTest::addColumn<double>("points");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("gain");
        QTest::addColumn<QString>("forgetting");
        QTest::newRow("much more") << 31.25 << u"+31.3 points"_s << u"good"_s << u"good"_s;
        QTest::newRow("a little more") << 0.04 << u"+0.04 points"_s << u"good"_s << u"good"_s;
        QTest::newRow("nothing") << 0.0 << u"unchanged"_s << u"muted"_s << u"good"_s;
        QTest::newRow("dust") << -0.004 << u"unchanged"_s << u"muted"_s << u"good"_s;
        QTest::newRow("allowed") << -0.1 << u"\u22120.10 points"_s << u"bad"_s << u"good"_s;
        QTest::newRow("a little less") << -0.11 << u"\u22120.11 points"_s << u"bad"_s << u"caution"_s;
        QTest::newRow("half a point less") << -0.5 << u"\u22120.50 points"_s << u"bad"_s << u"caution"_s;
        QTest::newRow("less") << -2.0 << u"\u22122.0 points"_s << u"bad"_s << u"bad"_s;
    }

    void changesAreInPoints()
    {
        QFETCH(double, points);
        QTEST(pointsText(points), "text");
        QTEST(gainRole(points), "gain");
        QTEST(forgettingRole(points), "forgetting");
    }

    void largeSetsHaveADigitMore()
    {
        QCOMPARE(accuracyText(test::evaluationOf(7, 8)), u"87.5 %"_s);
        QCOMPARE(accuracyText(test::evaluationOf(4937, 5000)), u"98.74 %"_s);
        QCOMPARE(accuracyText({}), u"0.0 %"_s);
    }

    void aDigitIsCountedFromItsRow()
    {
        Evaluation evaluation;
        evaluation.classCount = 2;
        evaluation.confusion = {3, 1, 0, 6};
        QCOMPARE(tallyOf(evaluation, 0), (Tally{3, 4}));
        QCOMPARE(tallyOf(evaluation, 1), (Tally{6, 6}));
        QCOMPARE(tallyOf(evaluation, 2), Tally());
        QCOMPARE(tallyOf(evaluation, -1), Tally());
        evaluation.confusion.pop_back();
        QCOMPARE(tallyOf(evaluation, 1), Tally());
        QCOMPARE(tallyText({3, 4}), u"3/4"_s);
    }

    void oneSampleIsNotPlural()
    {
        QCOMPARE(samplesText(0), u"0 samples"_s);
        QCOMPARE(samplesText(1), u"1 sample"_s);
        QCOMPARE(samplesText(30), u"30 samples"_s);
    }
};

GLYPHSCOPE_TEST(TstReportText, Core)
#include "tst_report_text.moc"
