// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/training/preview_geometry.h"

#include <QtTest/QTest>

using namespace glyphscope;

class TstPreviewGeometry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCopyStandsBelowItsOriginal_data();
    void everyCopyStandsBelowItsOriginal();
    void aWidePreviewHasOneBand();
    void noneTakeNoRoom();
};

void TstPreviewGeometry::everyCopyStandsBelowItsOriginal_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {120, 240, 300, 480, 900})
        QTest::addRow("%d", width) << width;
}

void TstPreviewGeometry::everyCopyStandsBelowItsOriginal()
{
    QFETCH(int, width);
    const PreviewGeometry places = previewGeometry(10, width);
    QList<QRect> all = places.originals + places.distorted;
    QCOMPARE(all.size(), 20);
    for (qsizetype i = 0; i < 10; ++i) {
        QCOMPARE(places.distorted[i].left(), places.originals[i].left());
        QVERIFY(places.distorted[i].top() > places.originals[i].bottom());
    }
    for (qsizetype i = 0; i < all.size(); ++i) {
        QVERIFY(QRect(0, 0, width, places.height).contains(all[i]));
        for (qsizetype k = 0; k < i; ++k)
            QVERIFY(!all[i].intersects(all[k]));
    }
}

void TstPreviewGeometry::aWidePreviewHasOneBand()
{
    const PreviewGeometry wide = previewGeometry(10, 480);
    QCOMPARE(wide.originals.first().top(), wide.originals.last().top());
    const PreviewGeometry narrow = previewGeometry(10, 240);
    QCOMPARE(narrow.originals[4].top(), narrow.originals.first().top());
    QVERIFY(narrow.originals[5].top() > narrow.distorted.first().bottom());
}

void TstPreviewGeometry::noneTakeNoRoom()
{
    QCOMPARE(previewGeometry(0, 300).height, 0);
}

GLYPHSCOPE_TEST(TstPreviewGeometry, Core)
#include "tst_preview_geometry.moc"
