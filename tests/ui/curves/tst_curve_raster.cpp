// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/curves/curve_raster.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace glyphscope;

namespace {

/// What the line lays on the picture, in whole pixels.
double inked(const QImage& image)
{
    double sum = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            sum += qAlpha(image.pixel(x, y)) / 255.0;
    return sum;
}

QImage drawn(const std::vector<QPointF>& points, const LineStyle& style, QSize size = {100, 60})
{
    CurveRaster raster(size);
    raster.draw(points, style);
    return raster.image();
}

}  // namespace

class TstCurveRaster : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLevelLineIsAsWideAsItShouldBe_data();
    void aLevelLineIsAsWideAsItShouldBe();
    void aSlantingLineIsAsWideAsALevelOne_data();
    void aSlantingLineIsAsWideAsALevelOne();
    void aGapStaysOpen();
    void dashesGoAlongX();
    void whatIsOutsideIsCutOff();
    void coloursAreLaidOver();
    void denseLinesFillTheirColumns();
};

void TstCurveRaster::aLevelLineIsAsWideAsItShouldBe_data()
{
    QTest::addColumn<double>("y");
    QTest::addColumn<double>("width");
    QTest::newRow("one pixel") << 20.5 << 1.0;
    QTest::newRow("between two") << 20.0 << 1.0;
    QTest::newRow("two pixels") << 20.0 << 2.0;
    QTest::newRow("two and three halves") << 20.3 << 2.0;
    QTest::newRow("three pixels") << 30.7 << 3.0;
}

void TstCurveRaster::aLevelLineIsAsWideAsItShouldBe()
{
    QFETCH(double, y);
    QFETCH(double, width);
    const QImage image = drawn({{0, y}, {100, y}}, {Qt::black, width, {}});
    QVERIFY(std::abs(inked(image) / 100 - width) < 0.05);
    for (int row = 0; row < 60; ++row) {
        const double share =
            std::max(0.0, std::min(row + 1.0, y + width / 2) - std::max<double>(row, y - width / 2));
        QVERIFY(std::abs(qAlpha(image.pixel(50, row)) / 255.0 - share) < 0.03);
    }
}

void TstCurveRaster::aSlantingLineIsAsWideAsALevelOne_data()
{
    QTest::addColumn<double>("rise");
    for (const double rise : {5.0, 20.0, 50.0})
        QTest::newRow(QByteArray::number(rise).constData()) << rise;
}

void TstCurveRaster::aSlantingLineIsAsWideAsALevelOne()
{
    QFETCH(double, rise);
    const QImage image = drawn({{20, 55}, {70, 55 - rise}}, {Qt::black, 2, {}});
    const double area = 2 * std::hypot(50.0, rise);
    QVERIFY2(std::abs(inked(image) / area - 1) < 0.12, qPrintable(QString::number(inked(image) / area)));
}

void TstCurveRaster::aGapStaysOpen()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const QImage image = drawn({{0, 30}, {30, 30}, {50, nan}, {70, 30}, {100, 30}}, {Qt::black, 2, {}});
    QCOMPARE(qAlpha(image.pixel(20, 30)), 255);
    QCOMPARE(qAlpha(image.pixel(50, 30)), 0);
    QCOMPARE(qAlpha(image.pixel(80, 30)), 255);
    QVERIFY(inked(drawn({{50, nan}, {60, 30}, {70, nan}}, {Qt::black, 2, {}})) > 1);  // alone, yet there
}

void TstCurveRaster::dashesGoAlongX()
{
    const LineStyle style{Qt::black, 2, {10, 5, 2, 3}};
    const QImage image = drawn({{0, 30}, {100, 30}}, style);
    for (int x = 0; x < 100; ++x) {
        const int at = x % 20;
        const bool line = at < 10 || (at >= 15 && at < 17);
        QCOMPARE(dashedAt(x + 0.5, style.dashes), line);
        QCOMPARE(qAlpha(image.pixel(x, 30)), line ? 255 : 0);
    }
    QVERIFY(dashedAt(3, {}));
}

void TstCurveRaster::whatIsOutsideIsCutOff()
{
    const QImage image = drawn({{-500, 1e7}, {50, -1e7}, {5000, 1e7}}, {Qt::black, 2, {}});
    QCOMPARE(image.size(), QSize(100, 60));
    QVERIFY(inked(drawn({{-50, 20}, {-10, 30}}, {Qt::black, 2, {}})) == 0);
    QVERIFY(inked(drawn({{120, 20}, {130, 30}}, {Qt::black, 2, {}})) == 0);
    QVERIFY(drawn({{0, 0}, {1, 1}}, {Qt::black, 2, {}}, {0, 0}).isNull());
}

void TstCurveRaster::coloursAreLaidOver()
{
    CurveRaster raster({10, 10});
    const std::vector<QPointF> line{{0, 5}, {10, 5}};
    raster.draw(line, {QColor(200, 100, 0), 4, {}});
    QCOMPARE(raster.image().pixelColor(5, 5), QColor(200, 100, 0));
    raster.draw(line, {QColor(0, 0, 0, 128), 2, {}});
    const QColor under = raster.image().pixelColor(5, 5);
    QVERIFY(std::abs(under.red() - 100) <= 2 && std::abs(under.green() - 50) <= 2 && under.alpha() >= 254);
}

void TstCurveRaster::denseLinesFillTheirColumns()
{
    std::vector<QPointF> points;
    for (int i = 0; i < 100; ++i) {
        points.push_back({i + 0.25, 20});
        points.push_back({i + 0.75, 40});
    }
    const QImage image = drawn(points, {Qt::black, 2, {}});
    for (int y = 21; y < 39; ++y)
        QCOMPARE(qAlpha(image.pixel(50, y)), 255);
    QCOMPARE(qAlpha(image.pixel(50, 15)), 0);
    QCOMPARE(qAlpha(image.pixel(50, 45)), 0);
}

GLYPHSCOPE_TEST(TstCurveRaster, Core)
#include "tst_curve_raster.moc"
