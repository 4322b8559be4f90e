// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/samples/sample_story.h"
#include "ui/samples/report_view.h"
#include "ui/style/theme.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstReportView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init() { test::failOnQtWarnings(); }

    void isHiddenUntilThereIsAReport()
    {
        ReportView view;
        QVERIFY(view.isHidden());
        view.setReport(test::reportOfTwoDigits());
        QVERIFY(!view.isHidden());
        view.setReport(nullptr);
        QVERIFY(view.isHidden());
    }

    void saysWhatWasGainedAndWhatWasForgotten()
    {
        ReportView view;
        view.setReport(test::reportOfTwoDigits());
        QCOMPARE(text(view, u"reportSummary"_s), u"Taught on 16 samples in 2.3 s."_s);
        QCOMPARE(text(view, u"reportHeldOutValues"_s), u"50.0 % \u2192 100.0 %"_s);
        QCOMPARE(text(view, u"reportHeldOutChange"_s), u"+50.0 points"_s);
        QCOMPARE(role(view, u"reportHeldOutChange"_s), u"good"_s);
        QCOMPARE(text(view, u"reportTrainedChange"_s), u"+37.5 points"_s);
        QCOMPARE(text(view, u"reportTestValues"_s), u"99.00 % \u2192 98.70 %"_s);
        QCOMPARE(text(view, u"reportTestChange"_s), u"\u22120.30 points"_s);
        QCOMPARE(role(view, u"reportTestChange"_s), u"caution"_s);
    }

    void everyDigitHasItsNumbers()
    {
        ReportView view;
        view.setReport(test::reportOfTwoDigits());
        QCOMPARE(text(view, u"reportMineCaption"_s), u"Mine, not seen"_s);
        QCOMPARE(text(view, u"reportMine1"_s), u"1/2 \u2192 2/2"_s);
        QCOMPARE(text(view, u"reportTest1"_s), u"99.0 \u2192 98.7"_s);
        QCOMPARE(text(view, u"reportMine7"_s), u"\u2013"_s);
    }

    void classesAreCalledByTheirNames()
    {
        ReportView view;
        view.setClasses(ClassSet({"Shirt", "Bag"}));
        const auto report = test::reportOfTwoDigits();
        report->leftOut = 2;
        view.setReport(report);
        QCOMPARE(text(view, u"reportSummary"_s),
                 u"Taught on 16 samples in 2.3 s. 2 samples of other classes left out."_s);
        QCOMPARE(text(view, u"reportClass1"_s), u"Bag"_s);
        QCOMPARE(text(view, u"reportMine1"_s), u"1/2 \u2192 2/2"_s);
        QVERIFY(label(view, u"reportMine2"_s) == nullptr);
        QCOMPARE(text(view, u"reportTestCaption"_s), u"Test set, before and after"_s);
        view.setClasses(ClassSet::digits());
        QVERIFY(view.isHidden());  // it is of other weights
    }

    void showsNoNumbersOfWeightsThatAreNotInPlace()
    {
        ReportView view;
        view.setReport(test::reportOfTwoDigits());
        view.show();
        QVERIFY(label(view, u"reportHeldOutChange"_s)->isVisible());
        QVERIFY(!label(view, u"reportNotInPlace"_s)->isVisible());
        view.setInPlace(false);
        QVERIFY(!label(view, u"reportHeldOutChange"_s)->isVisible());
        QVERIFY(label(view, u"reportNotInPlace"_s)->isVisible());
        view.setInPlace(true);
        QVERIFY(label(view, u"reportHeldOutChange"_s)->isVisible());
    }

    void admitsWhatWasNotMeasured()
    {
        ReportView view;
        const auto report = test::reportOfTwoDigits();
        report->heldOutBefore = report->heldOutAfter = {};
        report->testBefore = report->testAfter = {};
        view.setReport(report);
        QCOMPARE(text(view, u"reportHeldOutValues"_s), u"too few to keep any back"_s);
        QCOMPARE(text(view, u"reportHeldOutChange"_s), QString());
        QCOMPARE(text(view, u"reportTestValues"_s), u"not measured: there is no MNIST"_s);
        QCOMPARE(text(view, u"reportMineCaption"_s), u"Mine, taught"_s);
        QCOMPARE(text(view, u"reportMine1"_s), u"5/8 \u2192 8/8"_s);
    }

private:
    static QLabel* label(const ReportView& view, const QString& name)
    {
        return view.findChild<QLabel*>(name);
    }
    static QString text(const ReportView& view, const QString& name) { return label(view, name)->text(); }
    static QString role(const ReportView& view, const QString& name)
    {
        return label(view, name)->property("role").toString();
    }
};

GLYPHSCOPE_TEST(TstReportView, Widgets)
#include "tst_report_view.moc"
