// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/module_pictures.h"
#include "tests/support/test_program.h"

#include "ui/style/colour_map.h"

#include <QtTest/QTest>

#include <array>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// A row of ink in the middle.
Glyph bar()
{
    Glyph glyph{};
    for (std::size_t x = 6; x < 20; ++x)
        glyph[14 * kGlyphSide + x] = 255;
    return glyph;
}

ModuleOutput output(std::vector<int> shape, std::vector<float> values)
{
    return {"conv1", "Conv2d", std::move(shape), std::move(values), 0};
}

}  // namespace

class TstModulePictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void glyphIsItsBytes();
    void mapsLieSideBySideOnWhite();
    void negativeValuesHaveZeroInTheMiddle();
    void shortVectorIsOneRow();
    void sizesAreReadable_data();
    void sizesAreReadable();
    void disagreeingShapeGivesNone();
    void attributionShowsTheInksOutline();
    void outlineIsSeenOnDarkColours();
};

void TstModulePictures::glyphIsItsBytes()
{
    Glyph glyph = bar();
    glyph[0] = 77;
    const QImage picture = glyphPicture(glyph);
    const int square = picture.width() / kGlyphSide;
    QCOMPARE(picture.size(), QSize(square, square) * kGlyphSide);
    for (int y = 0; y < kGlyphSide; ++y)
        for (int x = 0; x < kGlyphSide; ++x)
            QCOMPARE(qGray(picture.pixel(x * square + square / 2, y * square + square / 2)),
                     static_cast<int>(glyph[static_cast<std::size_t>(y * kGlyphSide + x)]));
}

void TstModulePictures::mapsLieSideBySideOnWhite()
{
    // two maps of 2x2, 7 values wide and 4 high with the frame and the gap
    const QImage picture = modulePicture(output({2, 2, 2}, {0, 1, 2, 3, 4, 3, 2, 1}));
    const int square = picture.width() / 7;
    QCOMPARE(picture.size(), QSize(7, 4) * square);
    const auto at = [&](int x, int y) { return picture.pixel(x * square + square / 2, y * square + 1); };
    for (const QPoint white : {QPoint(0, 1), QPoint(3, 1), QPoint(6, 2), QPoint(1, 0), QPoint(5, 3)})
        QCOMPARE(at(white.x(), white.y()), qRgb(255, 255, 255));
    QCOMPARE(at(1, 1), viridis(0));
    QCOMPARE(at(4, 1), viridis(1));
    QVERIFY(at(2, 2) == at(5, 1));  // both 3
    QVERIFY(picture.text(u"Description"_s).startsWith(u"conv1: values from 0 to 4; viridis"_s));
}

void TstModulePictures::negativeValuesHaveZeroInTheMiddle()
{
    const QImage picture = modulePicture(output({1, 1, 3}, {-1, 0, 4}));
    const int square = picture.width() / 5;
    const auto at = [&](int x) { return QColor(picture.pixel(x * square + 1, square + 1)); };
    QVERIFY(qAbs(at(2).red() - at(2).blue()) < 4);
    QVERIFY(at(1).blue() > at(1).red());
    QCOMPARE(at(3).rgb(), diverging(1));
    QVERIFY(picture.text(u"Description"_s).contains(u"grey at zero"_s));
}

void TstModulePictures::shortVectorIsOneRow()
{
    const QImage logits = modulePicture(output({10}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
    QCOMPARE(logits.width(), logits.height() * 4);  // 12 by 3 with the frame
    const QImage hidden = modulePicture(output({256}, std::vector<float>(256, 1)));
    QCOMPARE(hidden.width(), hidden.height());
}

void TstModulePictures::sizesAreReadable_data()
{
    QTest::addColumn<int>("maps");
    QTest::addColumn<int>("side");
    QTest::newRow("conv1") << 32 << 28;
    QTest::newRow("pool1") << 32 << 14;
    QTest::newRow("conv2") << 64 << 14;
    QTest::newRow("pool2") << 64 << 7;
    QTest::newRow("fc1") << 1 << 16;
    QTest::newRow("one value") << 1 << 1;
    QTest::newRow("more than there is room for") << 1 << 1200;
}

void TstModulePictures::sizesAreReadable()
{
    QFETCH(int, maps);
    QFETCH(int, side);
    const std::vector<float> values(static_cast<std::size_t>(maps * side * side), 0.5F);
    const QImage picture = modulePicture(output({maps, side, side}, values));
    const int longest = std::max(picture.width(), picture.height());
    QVERIFY(side == 1 || longest > 600);
    QVERIFY(side > 1000 || longest <= 900);
}

void TstModulePictures::disagreeingShapeGivesNone()
{
    QVERIFY(modulePicture(output({2, 2, 2}, {1, 2, 3})).isNull());
    QVERIFY(modulePicture(output({}, {})).isNull());
    QVERIFY(modulePicture(output({0}, {})).isNull());
    QVERIFY(attributionPicture(std::array{1.0F, 2.0F}, bar()).isNull());
}

void TstModulePictures::attributionShowsTheInksOutline()
{
    std::vector<float> values(kGlyphPixels, 0.0F);
    values[14 * kGlyphSide + 10] = 2;
    values[3] = -1;
    const QImage picture = attributionPicture(values, bar());
    const int square = picture.width() / kGlyphSide;
    QCOMPARE(picture.pixel(10 * square + square / 2, 14 * square + square / 2), diverging(1));
    const auto dark = [&](int x, int y) { return qGray(picture.pixel(x, y)) < 10; };
    QVERIFY(dark(10 * square + square / 2, 14 * square));   // above the ink
    QVERIFY(dark(10 * square + square / 2, 15 * square));   // below
    QVERIFY(dark(6 * square, 14 * square + square / 2));    // at its left end
    QVERIFY(!dark(10 * square, 14 * square + square / 2));  // not inside
    QVERIFY(!dark(10 * square + square / 2, 13 * square));  // not away from it
}

void TstModulePictures::outlineIsSeenOnDarkColours()
{
    const QImage picture = attributionPicture(std::vector<float>(kGlyphPixels, 0.0F), bar());
    const int square = picture.width() / kGlyphSide;
    QCOMPARE(picture.pixel(10 * square + square / 2, 14 * square), qRgb(255, 255, 255));
}

GLYPHSCOPE_TEST(TstModulePictures, Core)
#include "tst_module_pictures.moc"
