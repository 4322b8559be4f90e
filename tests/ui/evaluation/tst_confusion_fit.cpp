// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/evaluation/confusion_fit.h"

#include <QtCore/QSize>
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
        QVERIFY(fit.cell <= 150);
        QVERIFY(fit.row <= fit.cell);
        QVERIFY(highestRow(fit) <= 180);
    }

    void aMatrixFillsItsRoom_data()
    {
        QTest::addColumn<QSize>("room");
        QTest::newRow("1024x768") << QSize(406, 480);
        QTest::newRow("1920x1080") << QSize(545, 760);
        QTest::newRow("3840x2160") << QSize(1110, 1780);
    }

    void aMatrixFillsItsRoom()
    {
        QFETCH(QSize, room);
        const ConfusionMeasures measures{10, 8, 28, 40, 14};
        const ConfusionFit fit = fittedTo(room.height(), fitConfusion(room.width(), measures), measures);
        QCOMPARE(fit.width(10), room.width());
        QVERIFY(fit.total >= 40);
        QVERIFY(fit.cell >= 28);
        QVERIFY(fit.height(10) <= room.height());
        QVERIFY(fit.height(10) > 0.78 * room.height());
    }

    void numbersGrowWithTheirCells()
    {
        QCOMPARE(numberScale(25, 20, 21, 14), 1.0);
        QCOMPARE(numberScale(33, 41, 21, 14), 1.0);   // four digits would touch
        QCOMPARE(numberScale(120, 20, 21, 14), 1.0);  // or two lines
        const double some = numberScale(48, 60, 21, 14);
        QVERIFY(some > 1 && some < 1.5);
        QCOMPARE(numberScale(110, 137, 21, 14), 1.5);
        const ConfusionFit fit = fitConfusion(1110, {10, 8, 21, 40, 14});
        QVERIFY(fit.total >= 1.5 * 40);  // also the sum of all
    }

    void rowsTakeTheHeightAsFarAsTheirTextLetsThem()
    {
        const ConfusionMeasures measures{10, 8, 20, 40, 14};
        const ConfusionFit fit = fitConfusion(420, measures);
        const int enough = fit.height(10);
        const ConfusionFit more = fittedTo(enough + 50, fit, measures);
        QVERIFY(more.row > fit.row && more.height(10) <= enough + 50);
        QCOMPARE(fittedTo(5000, fit, measures).row, highestRow(fit));
        const ConfusionFit less = fittedTo(enough - 12, fit, measures);
        QVERIFY(less.row < fit.row && less.row >= 14);
        QVERIFY(less.height(10) <= enough - 12);
        QCOMPARE(less.cell, fit.cell);
        QCOMPARE(fittedTo(60, fit, measures).row, fit.row);  // it scrolls then
    }

    void noClassesAreNoDivision() { QVERIFY(fitConfusion(300, {0, 0, 20, 40, 14}).cell > 0); }
};

GLYPHSCOPE_TEST(TstConfusionFit, Core)
#include "tst_confusion_fit.moc"
