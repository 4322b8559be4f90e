// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/data_image.h"
#include "model/preprocess/glyph_place.h"
#include "model/preprocess/normalize.h"
#include "tests/support/test_program.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace glyphscope;

namespace {

/// One that a picture's ink could not be found in: grey all over, up to the border.
Drawing cloth()
{
    Picture image;
    image.grey = Raster(kGlyphSide, kGlyphSide);
    for (std::size_t i = 0; i < kGlyphPixels; ++i)
        image.grey.pixels[i] = static_cast<std::uint8_t>(90 + i * 7 % 40);
    image.width = 280;
    image.height = 280;
    image.dataSet = "Fashion-MNIST";
    return {{}, image};
}

std::vector<std::uint8_t> bytesOf(const Stages& stages)
{
    return {stages.glyph.begin(), stages.glyph.end()};
}

}  // namespace

class TstDataImage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isReadToTheByte();
    void blackImagesAreReadToo();
    void strokesLieInItsPixels();
    void strokesDarkenNothing();
    void strangePointsDoNoHarm();
    void onlyWholeImagesCount();
    void liesWhereItsPictureDoes();
};

void TstDataImage::isReadToTheByte()
{
    const Drawing drawing = cloth();
    const Stages stages = normalize(drawing);
    QVERIFY(!stages.empty);
    QCOMPARE(bytesOf(stages), drawing.picture->grey.pixels);
    QCOMPARE(stages.dataSet, drawing.picture->dataSet);
    QVERIFY(!stages.drawnOver);
}

void TstDataImage::blackImagesAreReadToo()
{
    Drawing drawing = cloth();
    drawing.picture->grey = Raster(kGlyphSide, kGlyphSide);
    const Stages stages = normalize(drawing);
    QVERIFY(!stages.empty);
    QCOMPARE(bytesOf(stages), drawing.picture->grey.pixels);
}

void TstDataImage::strokesLieInItsPixels()
{
    Drawing drawing = cloth();
    drawing.strokes = {{{{0, 145}, {280, 145}}, 1.0}};  // along the middle of row 14
    const Stages stages = normalize(drawing);
    QVERIFY(stages.drawnOver);
    for (int y = 0; y < kGlyphSide; ++y)
        for (int x = 0; x < kGlyphSide; ++x) {
            const int value = stages.glyph[static_cast<std::size_t>(y * kGlyphSide + x)];
            const int before = drawing.picture->grey.at(x, y);
            if (y == 14)
                QCOMPARE(value, 255);
            else if (y == 13 || y == 15)
                QVERIFY(value >= before && value < 255);  // the pen is 1.8 pixels wide
            else
                QCOMPARE(value, before);
        }
}

void TstDataImage::strokesDarkenNothing()
{
    Drawing drawing = cloth();
    std::ranges::fill(drawing.picture->grey.pixels, std::uint8_t{255});
    drawing.strokes = {{{{30, 40}, {200, 170}, {35, 222}}, 2.0}};
    QCOMPARE(bytesOf(normalize(drawing)), drawing.picture->grey.pixels);
}

void TstDataImage::strangePointsDoNoHarm()
{
    Drawing drawing = cloth();
    constexpr double kInfinite = std::numeric_limits<double>::infinity();
    drawing.strokes = {{{{std::nan(""), 3}, {kInfinite, -kInfinite}, {1e300, 1e300}}, std::nan("")},
                       {{}, 1.0}};
    QCOMPARE(bytesOf(normalize(drawing)), drawing.picture->grey.pixels);
}

void TstDataImage::onlyWholeImagesCount()
{
    Drawing drawing = cloth();
    QVERIFY(isDataImage(drawing));
    drawing.picture->dataSet.reset();
    QVERIFY(!isDataImage(drawing));
    drawing = cloth();
    drawing.picture->grey = Raster(27, 28);
    QVERIFY(!isDataImage(drawing));
    QVERIFY(!normalize(drawing).dataSet);
    QVERIFY(!isDataImage({}));
}

void TstDataImage::liesWhereItsPictureDoes()
{
    Drawing drawing = cloth();
    drawing.picture->x = 12;
    drawing.picture->y = 30;
    drawing.picture->width = 140;
    const auto place = glyphPlace(drawing, normalize(drawing));
    QVERIFY(place.has_value());
    QCOMPARE(place->x, 12);
    QCOMPARE(place->y, 30);
    QCOMPARE(place->side, 140);
}

GLYPHSCOPE_TEST(TstDataImage, Core)
#include "tst_data_image.moc"
