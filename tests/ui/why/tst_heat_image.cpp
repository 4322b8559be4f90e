// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/why/why_values.h"
#include "ui/style/colour_map.h"
#include "ui/style/glyph_image.h"
#include "ui/style/theme.h"
#include "ui/why/heat_image.h"

#include <QtGui/QPainter>

#include <limits>

using namespace glyphscope;

namespace {

Attribution ramp(AttributionMethod method)
{
    Attribution result;
    result.method = method;
    for (int i = 0; i < kGlyphPixels; ++i)
        result.values.push_back(static_cast<float>(i));
    if (isSigned(method))
        for (float& value : result.values)
            value -= 783.0F / 2;
    return result;
}

bool close(QRgb one, QRgb other, int tolerance)
{
    return std::abs(qRed(one) - qRed(other)) <= tolerance &&
           std::abs(qGreen(one) - qGreen(other)) <= tolerance &&
           std::abs(qBlue(one) - qBlue(other)) <= tolerance;
}

}  // namespace

class TstHeatImage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void everyPixelHasTheColourOfItsValue_data()
    {
        QTest::addColumn<int>("method");
        for (const AttributionMethod method : kAttributionMethods)
            QTest::addRow("method %d", static_cast<int>(method)) << static_cast<int>(method);
    }

    void everyPixelHasTheColourOfItsValue()
    {
        QFETCH(int, method);
        const Attribution attribution = ramp(static_cast<AttributionMethod>(method));
        const ColourScale scale = heatScale(attribution);
        const QImage image = heatImage(attribution, {.opacity = 1, .smooth = false});
        QCOMPARE(image.size(), QSize(28, 28));
        for (const QPoint at : {QPoint(0, 0), QPoint(27, 0), QPoint(3, 17), QPoint(27, 27)})
            QCOMPARE(image.pixel(at),
                     scale.colour(attribution.values[static_cast<std::size_t>(at.y() * 28 + at.x())]));
    }

    void unsignedMethodsGoFromNothingToViridisEnd()
    {
        const QImage image = heatImage(ramp(AttributionMethod::Saliency), {.opacity = 1, .smooth = false});
        QCOMPARE(image.pixel(0, 0), viridis(0));
        QCOMPARE(image.pixel(27, 27), viridis(1));
    }

    void signedMethodsHaveZeroInTheMiddleEvenWithoutNegativeValues()
    {
        Attribution attribution = ramp(AttributionMethod::Occlusion);
        for (float& value : attribution.values)
            value = std::max(value, 0.0F);
        const QImage image = heatImage(attribution, {.opacity = 1, .smooth = false});
        QVERIFY(close(image.pixel(0, 0), diverging(0), 3));
        QCOMPARE(image.pixel(27, 27), diverging(1));
    }

    void opacityIsThatOfEveryPixel()
    {
        for (const bool smooth : {false, true}) {
            const QImage image =
                heatImage(ramp(AttributionMethod::GradCam), {.opacity = 0.4, .smooth = smooth});
            QCOMPARE(qAlpha(image.pixel(0, 0)), 102);
            QCOMPARE(qAlpha(image.pixel(image.width() - 1, image.height() / 2)), 102);
        }
    }

    void smoothPassesThroughTheValuesAndStaysBetweenThem()
    {
        Attribution attribution;
        attribution.method = AttributionMethod::Saliency;
        attribution.values.assign(kGlyphPixels, 0.0F);
        attribution.values[14 * 28 + 14] = 1;
        const QImage image = heatImage(attribution, {.opacity = 1, .smooth = true});
        const int fine = image.width() / 28;
        QVERIFY(fine >= 2);
        QCOMPARE(image.pixel(0, 0), viridis(0));
        // Brightest in the middle of its own pixel, nothing one and a half pixels away.
        const auto brightness = [&image](int x, int y) { return qGreen(image.pixel(x, y)); };
        const int middle = 14 * fine + fine / 2;
        QVERIFY(brightness(middle, middle) > brightness(middle + fine, middle));
        QVERIFY(brightness(middle, middle) > brightness(middle + fine / 2, middle));
        QCOMPARE(image.pixel(middle + 2 * fine, middle), viridis(0));
    }

    void aConstantMapIsOneColour()
    {
        Attribution attribution;
        attribution.method = AttributionMethod::InputTimesGradient;
        attribution.values.assign(kGlyphPixels, -0.5F);
        for (const bool smooth : {false, true}) {
            const QImage image = heatImage(attribution, {.opacity = 1, .smooth = smooth});
            QCOMPARE(image.pixel(0, 0), diverging(-1));
            QCOMPARE(image.pixel(image.width() - 1, image.height() - 1), diverging(-1));
        }
    }

    void notANumberIsPaintedAsZero()
    {
        Attribution attribution = ramp(AttributionMethod::Saliency);
        attribution.values[5] = std::numeric_limits<float>::quiet_NaN();
        QCOMPARE(heatImage(attribution, {.opacity = 1, .smooth = false}).pixel(5, 0), viridis(0));
        QVERIFY(!heatImage(attribution, {.opacity = 1, .smooth = true}).isNull());
    }

    void withoutItsValuesThereIsNoPicture()
    {
        Attribution attribution = ramp(AttributionMethod::Saliency);
        attribution.values.pop_back();
        QVERIFY(heatImage(attribution, {}).isNull());
        QVERIFY(heatImage({}, {}).isNull());
    }

    void theGlyphIsInPaperAndInk()
    {
        Glyph glyph{};
        glyph[0] = 255;
        const QImage image = glyphImage(glyph);
        QCOMPARE(QColor(image.pixel(0, 0)), theme().ink);
        QCOMPARE(QColor(image.pixel(1, 0)), theme().paper);
    }

    void theOutlineRunsAroundTheInk()
    {
        Glyph glyph{};
        QVERIFY(glyphOutline(glyph).isEmpty());
        for (const int x : {4, 5, 6})
            glyph[static_cast<std::size_t>(9 * 28 + x)] = 200;
        glyph[9 * 28 + 7] = 100;  // too faint
        QList<QLineF> lines = glyphOutline(glyph);
        const QList<QLineF> expected{QLineF(4, 9, 4, 10), QLineF(7, 9, 7, 10), QLineF(4, 9, 7, 9),
                                     QLineF(4, 10, 7, 10)};
        QCOMPARE(lines.size(), expected.size());
        for (const QLineF& line : expected)
            QVERIFY2(lines.contains(line), qPrintable(QString::number(line.x1())));
    }

    void theOutlineClosesAtTheEdge()
    {
        Glyph glyph{};
        glyph.fill(255);
        const QList<QLineF> lines = glyphOutline(glyph);
        QCOMPARE(lines.size(), 4);
        for (const QLineF& line : lines)
            QCOMPARE(line.length(), 28.0);
    }

    void heatLiesOverTheDrawing()
    {
        const Attribution attribution = test::attribution(AttributionMethod::GradCam);
        const HeatPicture picture{
            glyphImage(test::seven()), heatImage(attribution, {.opacity = 0.5, .smooth = false}), {}};
        QImage target(280, 280, QImage::Format_ARGB32_Premultiplied);
        target.fill(Qt::magenta);
        {
            QPainter painter(&target);
            picture.paint(painter, QRectF(0, 0, 280, 280), false);
        }
        const QColor ground(picture.glyph.pixel(12, 7));
        const QColor heat(heatScale(attribution).colour(attribution.values[7 * 28 + 12]));
        const QRgb expected = qRgb((ground.red() + heat.red()) / 2, (ground.green() + heat.green()) / 2,
                                   (ground.blue() + heat.blue()) / 2);
        QVERIFY(close(target.pixel(125, 75), expected, 2));
        QVERIFY(QColor(target.pixel(279, 279)) != QColor(Qt::magenta));
    }

    void anOverlayIsQuick()
    {
        const Attribution attribution = test::attribution(AttributionMethod::IntegratedGradients);
        QBENCHMARK
        {
            QVERIFY(!heatImage(attribution, {}).isNull());
        }
    }
};

GLYPHSCOPE_TEST(TstHeatImage, Core)
#include "tst_heat_image.moc"
