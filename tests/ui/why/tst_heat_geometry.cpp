// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/why/heat_geometry.h"

#include <cmath>

using namespace glyphscope;

class TstHeatGeometry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void partsLieBelowEachOther_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("device");
        for (const int width : {40, 150, 276, 300, 500, 1400})
            for (const double device : {1.0, 1.5, 2.0})
                QTest::addRow("%d wide, %g", width, device) << static_cast<double>(width) << device;
    }

    void partsLieBelowEachOther()
    {
        QFETCH(double, width);
        QFETCH(double, device);
        const HeatLayout layout = layOutHeat(width, 13, device);
        QCOMPARE(layout.picture.width(), layout.picture.height());
        QVERIFY(layout.picture.left() >= 0 && layout.picture.right() <= width);
        QVERIFY(layout.picture.bottom() < layout.legend.top());
        QVERIFY(layout.legend.bottom() < layout.numbers.top());
        QVERIFY(layout.numbers.bottom() < layout.readout.top());
        QVERIFY(layout.readout.bottom() <= layout.height);
        const double cell = layout.picture.width() * device / 28;
        QVERIFY2(std::abs(cell - std::round(cell)) < 1e-9, "whole device pixels");
    }

    void aMapFillsItsRoom_data()
    {
        QTest::addColumn<QSizeF>("room");
        QTest::newRow("wide") << QSizeF(1600, 1300);
        QTest::newRow("high") << QSizeF(400, 1300);
        QTest::newRow("small") << QSizeF(330, 260);
    }

    void aMapFillsItsRoom()
    {
        QFETCH(QSizeF, room);
        const HeatLayout layout = layOutHeat(room.width(), 13, 1, room.height());
        QVERIFY(layout.height <= room.height());
        QVERIFY(layout.picture.right() <= room.width());
        const double spare = std::min(room.width() - layout.picture.width(), room.height() - layout.height);
        QVERIFY(spare < 28 + 6);
    }

    void wordsStandWhereTheyLeaveTheMapMore()
    {
        QVERIFY(isLargerBeside({536, 450}, 200, 220, 13));    // as at 1280x720
        QVERIFY(!isLargerBeside({368, 500}, 200, 220, 13));   // 1024x768
        QVERIFY(isLargerBeside({1640, 1400}, 410, 220, 13));  // 3840x2160
        QVERIFY(!isLargerBeside({400, 1200}, 200, 220, 13));
    }

    void pixelsAreFoundWhereTheyAre()
    {
        const HeatLayout layout = layOutHeat(300, 13, 1);
        for (const QPoint pixel : {QPoint(0, 0), QPoint(27, 27), QPoint(5, 19)})
            QCOMPARE(layout.pixelAt(layout.pixelRect(pixel).center()), std::optional(pixel));
        QCOMPARE(layout.pixelAt(layout.picture.bottomRight()), std::optional(QPoint(27, 27)));
        QVERIFY(!layout.pixelAt(layout.picture.topLeft() - QPointF(1, 1)));
        QVERIFY(!layout.pixelAt(layout.legend.center()));
    }
};

GLYPHSCOPE_TEST(TstHeatGeometry, Core)
#include "tst_heat_geometry.moc"
