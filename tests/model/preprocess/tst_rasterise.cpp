// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/rasterise.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <cmath>

using namespace glyphscope;

namespace {

constexpr double kWidth = 0.1;  // ten pixels of the figure's hundred

int inkOf(const Raster& bitmap)
{
    return static_cast<int>(std::count(bitmap.pixels.begin(), bitmap.pixels.end(), 255));
}

Raster rasterised(std::vector<Stroke> strokes)
{
    return rasterise(strokes, {}, kWidth);
}

double distanceBetween(double x, double y, Point a, Point b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double along = dx * dx + dy * dy;
    const double t = along == 0 ? 0 : std::clamp(((x - a.x) * dx + (y - a.y) * dy) / along, 0.0, 1.0);
    return std::hypot(x - a.x - t * dx, y - a.y - t * dy);
}

}  // namespace

class TstRasterise : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void aSegmentIsACapsule_data();
    void aSegmentIsACapsule();
    void aDotIsADisc();
    void penWidensTheStroke();
    void strangePointsAreLeftOut_data();
    void strangePointsAreLeftOut();
    void maskIsDrawnBeneathTheStrokes();
    void thinMaskIsThickened();
};

void TstRasterise::aSegmentIsACapsule_data()
{
    QTest::addColumn<double>("dx");
    QTest::addColumn<double>("dy");
    QTest::newRow("right") << 1.0 << 0.0;
    QTest::newRow("down") << 0.0 << 1.0;
    QTest::newRow("diagonal") << 1.0 << 1.0;
    QTest::newRow("back up") << -0.3 << -1.0;
    QTest::newRow("nearly flat") << 1.0 << 0.01;
    QTest::newRow("shallow") << -1.0 << 0.37;
}

void TstRasterise::aSegmentIsACapsule()
{
    QFETCH(double, dx);
    QFETCH(double, dy);
    const Raster bitmap = rasterised({{{{0, 0}, {dx, dy}}, 1.0}});
    const double scale = 90 / std::max(std::abs(dx), std::abs(dy));
    const Point a{64 - dx * scale / 2, 64 - dy * scale / 2};
    const Point b{64 + dx * scale / 2, 64 + dy * scale / 2};
    for (int y = 0; y < kBitmapSide; ++y)
        for (int x = 0; x < kBitmapSide; ++x) {
            const double away = distanceBetween(x + 0.5, y + 0.5, a, b);
            if (std::abs(away - 5) > 0.25)  // the pixels on the edge may fall either way
                QVERIFY2((bitmap.at(x, y) != 0) == (away < 5),
                         qPrintable(QStringLiteral("%1 %2").arg(x).arg(y)));
        }
}

void TstRasterise::aDotIsADisc()
{
    const int ink = inkOf(rasterised({{{{3, 4}}, 1.0}}));
    QVERIFY2(std::abs(ink - 78.5) < 4, QByteArray::number(ink));  // pi 5^2
}

void TstRasterise::penWidensTheStroke()
{
    const auto line = [](double pen) { return inkOf(rasterised({{{{0, 0}, {10, 0}}, pen}})); };
    QVERIFY(line(2.0) > line(1.0) * 3 / 2);
    QVERIFY(line(0.5) < line(1.0) * 2 / 3);
    QCOMPARE(line(1e9), line(4.0));
    QCOMPARE(line(-3.0), line(0.2));
    QCOMPARE(line(std::nan("")), line(1.0));
}

void TstRasterise::strangePointsAreLeftOut_data()
{
    QTest::addColumn<double>("strange");
    QTest::newRow("not a number") << std::nan("");
    QTest::newRow("infinite") << -static_cast<double>(INFINITY);
    QTest::newRow("far beyond") << 1e200;
}

void TstRasterise::strangePointsAreLeftOut()
{
    QFETCH(double, strange);
    const Raster clean = rasterised({{{{0, 0}, {5, 9}, {7, 1}}, 1.0}});
    QCOMPARE(rasterised({{{{strange, 0}, {0, 0}, {5, 9}, {5, 9}, {2, strange}, {7, 1}}, 1.0}}), clean);
    QCOMPARE(inkOf(rasterised({{{{strange, strange}}, 1.0}})), 0);
    QVERIFY(inkOf(rasterised({{{{1e99, -1e99}, {-1e99, 1e99}}, 1.0}})) > 500);
    QVERIFY(inkOf(rasterised({{{{1e-300, 0}, {0, 1e-310}}, 1.0}})) > 50);
}

void TstRasterise::maskIsDrawnBeneathTheStrokes()
{
    InkMask mask;
    mask.ink = Raster(2, 1);
    mask.ink.at(0, 0) = 255;
    mask.pixelWidth = 50;
    mask.pixelHeight = 100;
    const Raster alone = rasterise({}, mask, kWidth);  // the left half: 50 by 100
    QCOMPARE(inkOf(alone), 5000);
    QCOMPARE(alone.at(39, 14), std::uint8_t{255});
    QCOMPARE(alone.at(38, 14), std::uint8_t{0});
    const Raster both = rasterise({{{{0, 0}, {100, 0}}, 1.0}}, mask, kWidth);
    QVERIFY(both.at(110, 19) != 0);
    QVERIFY(both.at(40, 100) != 0);
    QVERIFY(both.at(80, 80) == 0);
}

void TstRasterise::thinMaskIsThickened()
{
    InkMask mask;
    mask.ink = Raster(1, 90);
    std::fill(mask.ink.pixels.begin(), mask.ink.pixels.end(), std::uint8_t{255});
    mask.thicken = 5;
    const int ink = inkOf(rasterise({}, mask, kWidth));
    QVERIFY2(std::abs(ink - 1030) < 60, QByteArray::number(ink));
}

GLYPHSCOPE_TEST(TstRasterise, Core)
#include "tst_rasterise.moc"
