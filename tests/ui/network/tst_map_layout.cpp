// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/network/map_layout.h"

#include <cmath>

using namespace glyphscope;

class TstMapLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void mapsFitAndLieApart_data()
    {
        QTest::addColumn<QSizeF>("room");
        QTest::addColumn<double>("pixel");
        QTest::newRow("wide") << QSizeF(1200, 400) << 1.0;
        QTest::newRow("tall") << QSizeF(260, 900) << 1.0;
        QTest::newRow("square") << QSizeF(600, 600) << 1.0;
        QTest::newRow("two pixels a point") << QSizeF(600, 300) << 0.5;
        QTest::newRow("one and a half") << QSizeF(700, 350) << 1 / 1.5;
    }

    void mapsFitAndLieApart()
    {
        QFETCH(QSizeF, room);
        QFETCH(double, pixel);
        const MapLayout layout = fitMaps({.maps = 32, .width = 28, .height = 28}, room, 14, pixel);
        QVERIFY(layout.size().width() <= room.width() + 1e-6);
        QVERIFY(layout.size().height() <= room.height() + 1e-6);
        const double pixels = layout.cell / pixel;
        QVERIFY(std::abs(pixels - std::round(pixels)) < 1e-6);
        for (int i = 0; i < 32; ++i)
            for (int k = i + 1; k < 32; ++k)
                QVERIFY(!layout.mapRect(i)
                             .united(layout.captionRect(i))
                             .intersects(layout.mapRect(k).united(layout.captionRect(k))));
    }

    void noOtherNumberOfColumnsWouldShowThemLarger()
    {
        const QSizeF room(900, 500);
        const MapCount count{.maps = 64, .width = 14, .height = 14};
        const MapLayout best = fitMaps(count, room, 14, 1);
        for (int columns = 1; columns <= 64; ++columns) {
            MapLayout other = best;
            other.columns = columns;
            other.cell += 1;
            QVERIFY(other.size().width() > room.width() || other.size().height() > room.height());
        }
    }

    void smallMapsHaveNoCaption()
    {
        const MapCount count{.maps = 64, .width = 7, .height = 7};
        QCOMPARE(fitMaps(count, {290, 290}, 14, 1).caption, 0.0);
        QCOMPARE(fitMaps(count, {1200, 900}, 14, 1).caption, 14.0);
    }

    void whereThereIsNoRoomMapsAreScrolled_data()
    {
        QTest::addColumn<int>("side");
        QTest::newRow("conv1") << 28;
        QTest::newRow("conv2") << 14;
        QTest::newRow("pool2") << 7;
    }

    void whereThereIsNoRoomMapsAreScrolled()
    {
        QFETCH(int, side);
        const MapLayout layout = fitMaps({.maps = 64, .width = side, .height = side}, {150, 60}, 14, 1);
        QCOMPARE(layout.mapRect(0).width(), 28.0);
        QCOMPARE(layout.columns, 4);
        QVERIFY(layout.size().width() <= 150);
        QVERIFY(layout.size().height() > 60);
    }

    void onlyJustFittingMapsShareTheRoom()
    {
        const MapLayout layout = fitMaps({.maps = 32, .width = 28, .height = 28}, {254, 260}, 14, 1);
        QVERIFY(layout.columns > 3);
        QVERIFY(layout.size().height() <= 260);
    }

    void everyCellIsFoundUnderItsMiddle()
    {
        const MapLayout layout = fitMaps({.maps = 5, .width = 3, .height = 4}, {300, 200}, 14, 1);
        for (int map = 0; map < 5; ++map) {
            QCOMPARE(layout.mapAt(layout.captionRect(map).center()).value_or(-1), map);
            QVERIFY(!layout.cellAt(layout.captionRect(map).center()));
            for (int y = 0; y < 4; ++y)
                for (int x = 0; x < 3; ++x) {
                    const MapCell cell{.map = map, .y = y, .x = x};
                    const auto found = layout.cellAt(layout.cellRect(cell).center());
                    QVERIFY(found && *found == cell);
                }
        }
        QVERIFY(!layout.mapAt({0, 0}));
        QVERIFY(!layout.mapAt({1e4, 20}));
        QVERIFY(!layout.mapAt({20, 1e4}));
        QVERIFY(!layout.mapAt(layout.mapRect(0).topRight() + QPointF(2, 1)));
    }

    void onlyTheMapsInSightArePainted()
    {
        const MapLayout layout =
            withCell(fitMaps({.maps = 32, .width = 28, .height = 28}, {900, 500}, 14, 1), 20, 14);
        const QRectF seen = layout.mapRect(9).adjusted(5, 5, -5, -5);
        QCOMPARE(layout.mapsIn(seen), std::vector<int>{9});
        QCOMPARE(layout.mapsIn(QRectF(QPointF(0, 0), layout.size())).size(), std::size_t{32});
        QVERIFY(layout.mapsIn(QRectF(-500, -500, 100, 100)).empty());
    }

    void zoomingGoesInWholePixelsAndEnds()
    {
        double cell = 1;
        for (int i = 0; i < 40; ++i) {
            const double next = zoomedCell(cell, 1, 1);
            QVERIFY(next > cell || next == kLargestCell);
            QCOMPARE(next, std::round(next));
            cell = next;
        }
        QCOMPARE(cell, kLargestCell);
        for (int i = 0; i < 40; ++i)
            cell = zoomedCell(cell, -1, 1);
        QCOMPARE(cell, 1.0);
        QCOMPARE(zoomedCell(10, 0, 1), 10.0);
    }

    void noMapsTakeNoRoom()
    {
        const MapLayout none = fitMaps({}, {300, 200}, 14, 1);
        QCOMPARE(none.size(), QSizeF(0, 0));
        QVERIFY(!none.cellAt({10, 10}));
        QVERIFY(none.mapsIn({0, 0, 300, 200}).empty());
    }
};

GLYPHSCOPE_TEST(TstMapLayout, Core)
#include "tst_map_layout.moc"
