// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/evaluation/confusion_fit.h"

#include <QtTest/QTest>

using namespace glyphscope;

class TstConfusionFit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void staysInsideItsWidth_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("classes");
        QTest::addColumn<int>("name");
        for (const int width : {240, 256, 400, 520, 1400})
            for (const int classes : {2, 10, 26, 47})
                for (const int name : {8, 70, 200})
                    QTest::addRow("%d wide, %d classes, names %d", width, classes, name)
                        << width << classes << name;
    }

    void staysInsideItsWidth()
    {
        QFETCH(int, width);
        QFETCH(int, classes);
        QFETCH(int, name);
        const ConfusionFit fit = fitConfusion(width, {classes, name, 20, 40, 14});
        QVERIFY(fit.width(classes) <= width);
        QVERIFY(fit.cell >= 3);
        QVERIFY(fit.row >= 14);
        QVERIFY(fit.label <= std::max(22, width / 5));
        QCOMPARE(fit.turned, name + 4 > fit.cell);
    }

    void totalsGiveWayToTheNumbers()
    {
        const ConfusionMeasures long_{10, 70, 20, 40, 14};
        QVERIFY(fitConfusion(520, long_).total > 0);
        const ConfusionFit narrow = fitConfusion(280, long_);
        QCOMPARE(narrow.total, 0);
        QVERIFY(narrow.cell > (280 - 54 - 70) / 10);
    }

    void digitsAreNotTurned() { QVERIFY(!fitConfusion(280, {10, 8, 20, 40, 14}).turned); }

    void cellsEndAtAUsefulSize()
    {
        const ConfusionFit fit = fitConfusion(3000, {10, 8, 20, 40, 14});
        QVERIFY(fit.cell <= 60);
        QVERIFY(fit.row <= fit.cell);
    }

    void rowsAreLoweredAsFarAsTheirTextLetsThem()
    {
        const ConfusionMeasures measures{10, 8, 20, 40, 14};
        const ConfusionFit fit = fitConfusion(420, measures);
        const int enough = fit.height(10);
        QCOMPARE(lowered(fit, enough + 50, measures).row, fit.row);
        const ConfusionFit less = lowered(fit, enough - 12, measures);
        QVERIFY(less.row < fit.row && less.row >= 14);
        QVERIFY(less.height(10) <= enough - 12);
        QCOMPARE(less.cell, fit.cell);
        QCOMPARE(lowered(fit, 60, measures).row, fit.row);  // it scrolls then
    }

    void noClassesAreNoDivision() { QVERIFY(fitConfusion(300, {0, 0, 20, 40, 14}).cell > 0); }
};

GLYPHSCOPE_TEST(TstConfusionFit, Core)
#include "tst_confusion_fit.moc"
