// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/style/colour_map.h"
#include "ui/widgets/colour_scale.h"
#include "ui/widgets/scale_bar.h"
#include "ui/widgets/sheet_scales.h"

#include <array>
#include <limits>

using namespace glyphscope;

class TstColourScale : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void withoutNegativeValuesItRunsFromZero_data()
    {
        QTest::addColumn<int>("colours");
        QTest::addColumn<QRgb>("least");
        QTest::addColumn<QRgb>("most");
        QTest::newRow("viridis") << static_cast<int>(Colours::Viridis) << viridis(0) << viridis(1);
        QTest::newRow("cividis") << static_cast<int>(Colours::Cividis) << cividis(0) << cividis(1);
    }

    void withoutNegativeValuesItRunsFromZero()
    {
        QFETCH(int, colours);
        const ColourScale scale = scaleOf({.low = 2, .high = 4, .mean = 3}, static_cast<Colours>(colours));
        QVERIFY(!scale.diverging);
        QTEST(scale.colour(0), "least");
        QTEST(scale.colour(4), "most");
        QTEST(scale.colour(5), "most");
        QTEST(scale.colour(-1), "least");
    }

    void withNegativeValuesZeroIsExactlyTheMiddle()
    {
        const ColourScale scale = scaleOf({.low = -1, .high = 4, .mean = 3});
        QVERIFY(scale.diverging);
        QCOMPARE(scale.colour(4), diverging(1));
        QCOMPARE(scale.colour(-4), diverging(-1));
        QCOMPARE(scale.colour(0), diverging(0));
        // A quarter of the scale below zero is as far from grey as a quarter above.
        QVERIFY(qBlue(scale.colour(-1)) > qRed(scale.colour(-1)));
        QVERIFY(qRed(scale.colour(1)) > qBlue(scale.colour(1)));
    }

    void theBarShowsTheWholeScale_data()
    {
        QTest::addColumn<float>("low");
        QTest::addColumn<int>("colours");
        QTest::newRow("diverging") << -1.0F << static_cast<int>(Colours::Viridis);
        QTest::newRow("viridis") << 0.0F << static_cast<int>(Colours::Viridis);
        QTest::newRow("cividis") << 0.0F << static_cast<int>(Colours::Cividis);
    }

    void theBarShowsTheWholeScale()
    {
        QFETCH(float, low);
        QFETCH(int, colours);
        const ColourScale scale =
            scaleOf({.low = 4 * low, .high = 4, .mean = 0}, static_cast<Colours>(colours));
        const QImage bar = scaleBar(scale);
        QCOMPARE(bar.pixel(0, 0), scale.colour(4 * low));
        QCOMPARE(bar.pixel(bar.width() / 2, 0), scale.colour(2 + 2 * low));
        QCOMPARE(bar.pixel(bar.width() - 1, 0), scale.colour(4));
        QVERIFY(scaleBar(scale, 0.5).pixel(0, 0) != bar.pixel(0, 0));
    }

    void whatIsNotFiniteIsPaintedAsZero()
    {
        constexpr float kInfinity = std::numeric_limits<float>::infinity();
        const std::array values{std::numeric_limits<float>::quiet_NaN(), kInfinity, -kInfinity, 0.0F};
        std::array<QRgb, 4> pixels{};
        scaleOf({.low = -1, .high = 1, .mean = 0}).paint(values, pixels.data());
        for (const QRgb pixel : pixels)
            QCOMPARE(pixel, diverging(0));
    }

    void withoutAnythingEverythingIsZero() { QCOMPARE(ColourScale{}.colour(3), viridis(0)); }

    void aScaleReachesAsFarAsItsScope_data()
    {
        QTest::addColumn<int>("scope");
        QTest::addColumn<std::vector<float>>("limits");
        QTest::newRow("map") << static_cast<int>(ScaleScope::Map) << std::vector{1.0F, 3.0F};
        QTest::newRow("layer") << static_cast<int>(ScaleScope::Layer) << std::vector{3.0F};
        QTest::newRow("network") << static_cast<int>(ScaleScope::Network) << std::vector{7.0F};
    }

    void aScaleReachesAsFarAsItsScope()
    {
        QFETCH(int, scope);
        const std::vector<ValueRange> maps{{.low = 0, .high = 1, .mean = 0},
                                           {.low = -3, .high = 2, .mean = 0}};
        const auto scales = scalesOf({.maps = maps,
                                      .layer = {.low = -3, .high = 2, .mean = 0},
                                      .network = {.low = -7, .high = 5, .mean = 0}},
                                     static_cast<ScaleScope>(scope), Colours::Viridis);
        std::vector<float> limits;
        for (const ColourScale& scale : scales) {
            limits.push_back(scale.limit);
            QVERIFY(scale.diverging);  // all maps of a sheet alike, the one without negative values too
        }
        QTEST(limits, "limits");
    }

    void aPositiveLayerIsNotPaintedOnTheNetworksSign()
    {
        const std::vector<ValueRange> maps{{.low = 0, .high = 1, .mean = 0}};
        const auto scales =
            scalesOf({.maps = maps, .layer = maps.front(), .network = {.low = -7, .high = 5, .mean = 0}},
                     ScaleScope::Network, Colours::Cividis);
        QVERIFY(!scales.front().diverging);
        QCOMPARE(scales.front().limit, 7.0F);
    }
};

GLYPHSCOPE_TEST(TstColourScale, Core)
#include "tst_colour_scale.moc"
