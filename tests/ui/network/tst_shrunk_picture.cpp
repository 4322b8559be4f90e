// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/network/shrunk_picture.h"
#include "ui/style/colour_map.h"
#include "ui/style/contrast.h"

using namespace glyphscope;

class TstShrunkPicture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void aSingleValueStaysSeen()
    {
        const QRgb ground = viridis(0);
        QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
        image.fill(ground);
        image.setPixel(21, 13, viridis(1));
        const QImage small = shrunk(image, {13, 13}, ground);
        QCOMPARE(small.size(), QSize(13, 13));
        double best = 1;
        for (int y = 0; y < 13; ++y)
            for (int x = 0; x < 13; ++x)
                best = std::max(best, contrastRatio(small.pixelColor(x, y), QColor(ground)));
        QVERIFY2(best > 5, qPrintable(QString::number(best)));
    }

    void whatIsEvenStaysAsItIs()
    {
        QImage image(31, 17, QImage::Format_ARGB32_Premultiplied);
        image.fill(QColor(20, 120, 200));
        const QImage small = shrunk(image, {9, 5}, qRgb(255, 255, 255));
        for (int y = 0; y < small.height(); ++y)
            for (int x = 0; x < small.width(); ++x)
                QCOMPARE(small.pixel(x, y), qRgb(20, 120, 200));
    }

    void whatLiesBetweenMapsStaysOpen()
    {
        QImage image(30, 30, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QCOMPARE(shrunk(image, {10, 10}, viridis(0)).pixel(4, 4), qRgba(0, 0, 0, 0));
    }
};

GLYPHSCOPE_TEST(TstShrunkPicture, Core)
#include "tst_shrunk_picture.moc"
