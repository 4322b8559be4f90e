// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/why/gallery_geometry.h"

using namespace glyphscope;

class TstGalleryGeometry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void sixTilesWrapInFullRows_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<int>("columns");
        QTest::newRow("a sliver") << 60.0 << 1;
        QTest::newRow("very narrow") << 200.0 << 2;
        QTest::newRow("300 px less the margins") << 260.0 << 3;
        QTest::newRow("half a window") << 480.0 << 3;
        QTest::newRow("wide") << 900.0 << 6;
    }

    void sixTilesWrapInFullRows()
    {
        QFETCH(double, width);
        QTEST(layOutGallery(6, width, 14).columns, "columns");
    }

    void partsLieInTheirTileAndTilesApart_data()
    {
        QTest::addColumn<double>("width");
        for (const int width : {60, 170, 248, 276, 300, 480, 700, 1400})
            QTest::addRow("%d wide", width) << static_cast<double>(width);
    }

    void partsLieInTheirTileAndTilesApart()
    {
        QFETCH(double, width);
        const GalleryLayout layout = layOutGallery(6, width, 14);
        QCOMPARE(layout.tiles.size(), 6U);
        for (std::size_t i = 0; i < 6; ++i) {
            const GalleryTile& each = layout.tiles[i];
            QVERIFY(each.tile.contains(each.picture) && each.tile.contains(each.caption));
            QCOMPARE(each.picture.width(), each.picture.height());
            QVERIFY(each.picture.bottom() <= each.caption.top());
            QVERIFY(each.tile.left() >= 0 && each.tile.right() <= width);
            QVERIFY(each.tile.bottom() <= layout.height);
            for (std::size_t k = 0; k < i; ++k)
                QVERIFY(!each.tile.intersects(layout.tiles[k].tile));
        }
    }

    void tilesFillTheirRoom_data()
    {
        QTest::addColumn<QSizeF>("room");
        QTest::newRow("1024x768") << QSizeF(260, 270);
        QTest::newRow("1280x720") << QSizeF(330, 250);
        QTest::newRow("3840x2160") << QSizeF(1090, 830);
        QTest::newRow("flat") << QSizeF(1200, 180);
        QTest::newRow("high") << QSizeF(200, 1200);
    }

    void tilesFillTheirRoom()
    {
        QFETCH(QSizeF, room);
        const GalleryLayout layout = layOutGallery(6, room.width(), 14, room.height());
        QVERIFY(layout.height <= room.height());
        QRectF all;
        for (const GalleryTile& each : layout.tiles)
            all |= each.tile;
        QVERIFY(all.right() <= room.width());
        QVERIFY(all.right() > 0.9 * room.width() || all.bottom() > 0.9 * room.height());
        QVERIFY(layout.tiles[0].picture.width() >= 62);
    }

    void tilesAreFoundWhereTheyAre()
    {
        const GalleryLayout layout = layOutGallery(6, 300, 14);
        for (int i = 0; i < 6; ++i)
            QCOMPARE(layout.tileAt(layout.tiles[static_cast<std::size_t>(i)].tile.center()),
                     std::optional(i));
        QVERIFY(!layout.tileAt({-1, 5}));
        QVERIFY(!layout.tileAt({layout.tiles[0].tile.right() + 2, 5}));
    }

    void nothingTakesNoRoom() { QCOMPARE(layOutGallery(0, 300, 14).height, 0.0); }
};

GLYPHSCOPE_TEST(TstGalleryGeometry, Core)
#include "tst_gallery_geometry.moc"
