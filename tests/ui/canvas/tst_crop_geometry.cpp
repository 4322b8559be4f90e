// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/canvas/crop_geometry.h"

#include <QtTest/QTest>

using namespace glyphscope;

class TstCropGeometry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void liesInThePicture();
    void gripIsWhatIsUnderThePointer_data();
    void gripIsWhatIsUnderThePointer();
    void staysInThePictureAndKeepsASize_data();
    void staysInThePictureAndKeepsASize();
};

void TstCropGeometry::liesInThePicture()
{
    QCOMPARE(cropRect({0.25, 0.5, 0.5, 0.25}, {100, 200, 40, 80}), QRectF(110, 240, 20, 20));
}

void TstCropGeometry::gripIsWhatIsUnderThePointer_data()
{
    QTest::addColumn<QPointF>("at");
    QTest::addColumn<CropGrip>("grip");
    QTest::newRow("left edge") << QPointF(12, 50) << CropGrip{true, false, false, false, false};
    QTest::newRow("lower right corner") << QPointF(108, 93) << CropGrip{false, true, false, true, false};
    QTest::newRow("upper edge from outside") << QPointF(60, 5) << CropGrip{false, false, true, false, false};
    QTest::newRow("inside") << QPointF(60, 50) << CropGrip{false, false, false, false, true};
    QTest::newRow("far outside") << QPointF(130, 50) << CropGrip{};
}

void TstCropGeometry::gripIsWhatIsUnderThePointer()
{
    QFETCH(QPointF, at);
    QFETCH(CropGrip, grip);
    QVERIFY(gripAt({10, 10, 100, 85}, at, 8) == grip);
}

void TstCropGeometry::staysInThePictureAndKeepsASize_data()
{
    QTest::addColumn<CropGrip>("grip");
    QTest::addColumn<QPointF>("by");
    QTest::addColumn<QRectF>("after");
    const QRectF all(0.2, 0.2, 0.5, 0.5);
    QTest::newRow("moved") << CropGrip{false, false, false, false, true} << QPointF(0.1, -0.1)
                           << all.translated(0.1, -0.1);
    QTest::newRow("moved too far") << CropGrip{false, false, false, false, true} << QPointF(3, 3)
                                   << QRectF(0.5, 0.5, 0.5, 0.5);
    QTest::newRow("right edge") << CropGrip{false, true, false, false, false} << QPointF(0.1, 0.3)
                                << QRectF(0.2, 0.2, 0.6, 0.5);
    QTest::newRow("left edge beyond the right") << CropGrip{true, false, false, false, false} << QPointF(2, 0)
                                                << QRectF(0.7 - kSmallestCrop, 0.2, kSmallestCrop, 0.5);
    QTest::newRow("corner out of the picture")
        << CropGrip{true, false, true, false, false} << QPointF(-1, -1) << QRectF(0, 0, 0.7, 0.7);
}

void TstCropGeometry::staysInThePictureAndKeepsASize()
{
    QFETCH(CropGrip, grip);
    QFETCH(QPointF, by);
    QFETCH(QRectF, after);
    const PictureCrop moved = movedCrop({0.2, 0.2, 0.5, 0.5}, grip, by.x(), by.y());
    QVERIFY(isPart(moved));
    const QRectF rect(moved.left, moved.top, moved.width, moved.height);
    for (const QPointF off : {rect.topLeft() - after.topLeft(), rect.bottomRight() - after.bottomRight()})
        QVERIFY(std::abs(off.x()) < 1e-9 && std::abs(off.y()) < 1e-9);
}

GLYPHSCOPE_TEST(TstCropGeometry, Core)
#include "tst_crop_geometry.moc"
