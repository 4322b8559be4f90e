// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/normalize.h"
#include "model/preprocess/picture_ink.h"
#include "model/preprocess/rasterise.h"
#include "tests/model/preprocess/glyph_difference.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

using namespace glyphscope;
using glyphscope::test::difference;

namespace {

/// What the camera makes of a pixel: from its place, 0 to 1 along both axes, and the grey it should have.
using Light = std::function<double(double x, double y, double grey)>;

std::vector<Stroke> five()
{
    return {{{{60, 10}, {20, 12}, {18, 45}, {45, 40}, {62, 60}, {50, 85}, {15, 88}}, 1.0}};
}

/// The strokes on a sheet of `side` pixels, 128 of which the bitmap takes at `times` its size.
Raster sheet(double strokeWidth, int side, int times, int paper, int ink, const Light& light)
{
    const Raster bitmap = rasterise(five(), {}, strokeWidth);
    Raster grey(side, side);
    const int margin = (side - kBitmapSide * times) / 2;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const int bx = x < margin ? -1 : (x - margin) / times;
            const int by = y < margin ? -1 : (y - margin) / times;
            const bool isInk =
                bx >= 0 && by >= 0 && bx < kBitmapSide && by < kBitmapSide && bitmap.at(bx, by) != 0;
            const double lit =
                light(static_cast<double>(x) / side, static_cast<double>(y) / side, isInk ? ink : paper);
            grey.at(x, y) = static_cast<std::uint8_t>(std::clamp(std::lround(lit), 0L, 255L));
        }
    }
    return grey;
}

double asItIs(double, double, double grey)
{
    return grey;
}

Light noisy(double deviation, Light light = asItIs)
{
    return [=, random = std::mt19937(7), noise = std::normal_distribution<double>(0, deviation)](
               double x, double y, double grey) mutable { return light(x, y, grey) + noise(random); };
}

Drawing drawingOf(const Raster& grey)
{
    return {{}, Picture{grey, 20, 20, 240, 240.0 * grey.height / grey.width}};
}

Raster rasterOf(const Glyph& glyph)
{
    Raster raster(kGlyphSide, kGlyphSide);
    std::copy(glyph.begin(), glyph.end(), raster.pixels.begin());
    return raster;
}

Raster inverse(Raster raster)
{
    for (std::uint8_t& v : raster.pixels)
        v = static_cast<std::uint8_t>(255 - v);
    return raster;
}

}  // namespace

class TstPictureInk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void pictureReadsAsTheStrokes_data();
    void pictureReadsAsTheStrokes();
    void blankSheetHasNoInk_data();
    void blankSheetHasNoInk();
    void oddSizesBehave_data();
    void oddSizesBehave();
    void normalisedGlyphPassesUnchanged_data();
    void normalisedGlyphPassesUnchanged();
    void otherSmallPicturesAreNormalised();
    void placeAndSizeDoNotMatter();
    void strokesLieOverThePicture();
};

void TstPictureInk::pictureReadsAsTheStrokes_data()
{
    QTest::addColumn<Raster>("grey");
    QTest::addColumn<double>("tolerance");
    const auto row = [](const char* name, double tolerance, int side, int times, int paper, int ink,
                        const Light& light, double pen = kStrokeWidth) {
        QTest::newRow(name) << sheet(pen, side, times, paper, ink, light) << tolerance;
    };
    const Light ramp = [](double x, double y, double grey) { return grey * (0.3 + 0.6 * x + 0.1 * y); };
    const Light vignette = [](double x, double y, double grey) {
        return grey * (1 - 0.9 * ((x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5)));
    };
    const Light shadow = [](double x, double y, double grey) {
        return grey * (1 - 0.4 / (1 + std::exp((0.6 - x - 0.3 * y) / 0.05)));
    };
    const Light frame = [](double x, double y, double grey) {
        return std::min({x, y, 1 - x, 1 - y}) < 0.04 ? 20 : grey;
    };
    const Light ruled = [](double x, double y, double grey) {
        const double edge = std::min({x, y, 1 - x, 1 - y});
        return edge > 0.06 && edge < 0.07 ? 0 : grey;
    };
    const Light corner = [](double x, double y, double grey) { return x + y < 0.3 ? grey * 0.3 : grey; };
    const Light specks = [](double x, double y, double grey) {
        const auto cell = static_cast<int>(x * 400) * 31 + static_cast<int>(y * 400) * 17;
        return cell % 997 == 0 ? 0 : grey;
    };
    row("dark on light", 2, 400, 2, 255, 0, asItIs);
    row("light on dark", 2, 400, 2, 0, 255, asItIs);
    row("grey on grey", 2, 400, 2, 140, 100, asItIs);
    row("uneven light", 3, 400, 2, 250, 40, ramp);
    row("light on dark, uneven", 3, 400, 2, 60, 250, ramp);
    row("vignette", 3, 400, 2, 230, 60, vignette);
    row("half in shadow", 3, 400, 2, 240, 50, shadow);
    row("noise", 3, 400, 2, 220, 80, noisy(8));
    row("uneven light and noise", 4, 400, 2, 250, 60, noisy(5, ramp));
    row("dark frame", 2, 400, 2, 255, 0, frame);
    row("ruled box", 2, 400, 2, 255, 0, ruled);
    row("shadow in a corner", 3, 400, 2, 240, 20, corner);
    row("specks", 3, 400, 2, 255, 0, specks);
    row("tight", 3, 128, 1, 255, 0, asItIs);
    row("large", 3, 1500, 8, 255, 0, asItIs);
    row("small in a large sheet", 6, 1000, 2, 230, 40, noisy(4));
    row("thin pen", 6, 400, 2, 255, 0, asItIs, 0.03);
    row("thin pen in uneven light", 6, 400, 2, 250, 60, noisy(4, ramp), 0.03);
}

void TstPictureInk::pictureReadsAsTheStrokes()
{
    QFETCH(Raster, grey);
    QFETCH(double, tolerance);
    const Stages picture = normalize(drawingOf(grey));
    QVERIFY(!picture.empty);
    const double away = difference(picture.glyph, normalize(Drawing{five(), {}}).glyph);
    QVERIFY2(away < tolerance, QByteArray::number(away));
}

void TstPictureInk::blankSheetHasNoInk_data()
{
    QTest::addColumn<Raster>("grey");
    const auto row = [](const char* name, int grey, const Light& light) {
        QTest::newRow(name) << sheet(kStrokeWidth, 300, 1, grey, grey, light);
    };
    const Light ramp = [](double x, double, double grey) { return grey * (0.4 + 0.6 * x); };
    const Light vignette = [](double x, double y, double grey) {
        return grey * (1 - (x - 0.5) * (x - 0.5) - (y - 0.5) * (y - 0.5));
    };
    row("white", 255, asItIs);
    row("black", 0, asItIs);
    row("grain", 200, noisy(6));
    row("strong grain", 128, noisy(20));
    row("uneven light", 230, ramp);
    row("uneven light and grain", 230, noisy(5, ramp));
    row("vignette and grain", 230, noisy(5, vignette));
    QTest::newRow("traces of contrast") << sheet(kStrokeWidth, 300, 1, 200, 188, asItIs);
}

void TstPictureInk::blankSheetHasNoInk()
{
    QFETCH(Raster, grey);
    QVERIFY(normalize(drawingOf(grey)).empty);
}

void TstPictureInk::oddSizesBehave_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("one pixel") << 1 << 1;
    QTest::newRow("one line") << 400 << 1;
    QTest::newRow("one column") << 1 << 9000;
    QTest::newRow("two by three") << 2 << 3;
}

void TstPictureInk::oddSizesBehave()
{
    QFETCH(int, width);
    QFETCH(int, height);
    Raster grey(width, height);
    std::fill(grey.pixels.begin(), grey.pixels.end(), std::uint8_t{255});
    grey.at(width / 2, height / 2) = 0;
    const Stages stages = normalize(drawingOf(grey));
    QVERIFY(stages.empty || stages.bitmap.width == kBitmapSide);
    QVERIFY(normalize(Drawing{{}, Picture{}}).empty);
}

void TstPictureInk::normalisedGlyphPassesUnchanged_data()
{
    QTest::addColumn<bool>("inverted");
    QTest::newRow("light on dark") << false;
    QTest::newRow("dark on light") << true;
}

void TstPictureInk::normalisedGlyphPassesUnchanged()
{
    QFETCH(bool, inverted);
    const Stages before = normalize(Drawing{five(), {}});
    const Raster raster = rasterOf(before.glyph);
    const Stages after = normalize(drawingOf(inverted ? inverse(raster) : raster));
    QVERIFY(!after.empty);
    QVERIFY(after.glyph == before.glyph);
    QCOMPARE(after.bitmap.width, kBitmapSide);
    QVERIFY(after.tight.width > 0 && after.tight.height > 0);
    for (int y = 0; y < after.box.height; ++y)
        for (int x = 0; x < after.box.width; ++x)
            QCOMPARE(after.box.at(x, y), raster.at(x + after.offsetX, y + after.offsetY));
}

void TstPictureInk::otherSmallPicturesAreNormalised()
{
    const Stages before = normalize(Drawing{five(), {}});
    Raster shifted(kGlyphSide, kGlyphSide);
    for (int y = 0; y < kGlyphSide; ++y)
        for (int x = 2; x < kGlyphSide; ++x)
            shifted.at(x, y) = before.glyph[static_cast<std::size_t>(y * kGlyphSide + x - 2)];
    const Stages after = normalize(drawingOf(shifted));
    QVERIFY(!after.empty);
    QVERIFY(rasterOf(after.glyph) != shifted);
    QVERIFY2(difference(after.glyph, before.glyph) < 10,
             QByteArray::number(difference(after.glyph, before.glyph)));
}

void TstPictureInk::placeAndSizeDoNotMatter()
{
    Drawing drawing = drawingOf(sheet(kStrokeWidth, 300, 1, 255, 0, asItIs));
    const Glyph glyph = normalize(drawing).glyph;
    drawing.picture->x = -1000.25;
    drawing.picture->y = 77;
    drawing.picture->width *= 3.7;
    drawing.picture->height *= 3.7;
    QVERIFY(normalize(drawing).glyph == glyph);
}

void TstPictureInk::strokesLieOverThePicture()
{
    Drawing blank = drawingOf(sheet(kStrokeWidth, 300, 1, 255, 255, asItIs));
    blank.strokes = five();
    QVERIFY(normalize(blank).glyph == normalize(Drawing{five(), {}}).glyph);

    Drawing both = drawingOf(sheet(kStrokeWidth, 300, 1, 255, 0, asItIs));
    const Stages picture = normalize(both);
    both.strokes = {{{{120, 140}, {160, 140}}, 1.0}};
    const Stages struckOut = normalize(both);
    const auto inkOf = [](const Stages& s) { return std::ranges::count(s.bitmap.pixels, 255); };
    QVERIFY(inkOf(struckOut) > inkOf(picture));
    QVERIFY(!(struckOut.glyph == picture.glyph));

    both.picture->x = std::nan("");
    both.picture->width = -1;
    QVERIFY(!normalize(both).empty);
}

GLYPHSCOPE_TEST(TstPictureInk, Core)
#include "tst_picture_ink.moc"
