// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/style/colour_map.h"
#include "ui/widgets/thumbnail.h"

#include <limits>
#include <numeric>

using namespace glyphscope;

namespace {

ModuleOutput counting(std::vector<int> shape, float from = 0)
{
    ModuleOutput output{.name = "conv1", .kind = "Conv2d", .shape = std::move(shape), .values = {}};
    std::size_t count = 1;
    for (const int side : output.shape)
        count *= static_cast<std::size_t>(side);
    output.values.resize(count);
    std::iota(output.values.begin(), output.values.end(), from);
    return output;
}

}  // namespace

class TstThumbnail : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void theGridSuitsTheShape_data()
    {
        QTest::addColumn<std::vector<int>>("shape");
        QTest::addColumn<QSize>("size");
        QTest::newRow("conv1") << std::vector{32, 28, 28} << QSize(8 * 29 - 1, 4 * 29 - 1);
        QTest::newRow("pool2") << std::vector{64, 7, 7} << QSize(8 * 8 - 1, 8 * 8 - 1);
        QTest::newRow("flatten") << std::vector{3136} << QSize(56, 56);
        QTest::newRow("fc1") << std::vector{256} << QSize(16, 16);
        QTest::newRow("prime") << std::vector{13} << QSize(4, 4);
        QTest::newRow("one") << std::vector{1} << QSize(1, 1);
        QTest::newRow("one map") << std::vector{1, 28, 28} << QSize(28, 28);
        QTest::newRow("matrix") << std::vector{6, 8} << QSize(8, 6);
    }

    void theGridSuitsTheShape()
    {
        QFETCH(std::vector<int>, shape);
        QTEST(gridOf(counting(shape)).size(), "size");
        QTEST(mosaic(counting(shape)).size(), "size");
    }

    void everyPixelIsItsValue()
    {
        const ModuleOutput output = counting({6, 3, 5});
        const MosaicGrid grid = gridOf(output);
        const QImage image = mosaic(output);
        const ColourScale scale = scaleOf(rangeOf(output.values));
        int seen = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const std::optional<int> map = grid.mapAt({x, y});
                if (!map) {
                    QCOMPARE(qAlpha(image.pixel(x, y)), 0);
                    continue;
                }
                const int index = *map * 15 + grid.offsetIn(*map, {x, y});
                QCOMPARE(image.pixel(x, y), scale.colour(output.values[static_cast<std::size_t>(index)]));
                ++seen;
            }
        QCOMPARE(seen, 90);
    }

    void outputsWithoutSenseGiveNoPicture_data()
    {
        QTest::addColumn<std::vector<int>>("shape");
        QTest::addColumn<int>("count");
        QTest::newRow("nothing") << std::vector<int>{} << 0;
        QTest::newRow("too few values") << std::vector{2, 3, 3} << 17;
        QTest::newRow("negative side") << std::vector{-2, -3} << 6;
        QTest::newRow("empty side") << std::vector{0, 3, 3} << 0;
    }

    void outputsWithoutSenseGiveNoPicture()
    {
        QFETCH(std::vector<int>, shape);
        QFETCH(int, count);
        ModuleOutput output{.name = "x", .kind = "x", .shape = shape, .values = {}};
        output.values.resize(static_cast<std::size_t>(count));
        QVERIFY(mosaic(output).isNull());
    }

    void notANumberIsPaintedAsZero()
    {
        ModuleOutput output = counting({4}, 1);
        output.values[1] = std::numeric_limits<float>::quiet_NaN();
        output.values[2] = std::numeric_limits<float>::infinity();
        QCOMPARE(rangeOf(output.values), (ValueRange{.low = 1, .high = 4, .mean = 2.5F}));
        QCOMPARE(mosaic(output).pixel(1, 0), viridis(0));
        QCOMPARE(mosaic(output).pixel(0, 1), viridis(0));
    }

    void aDeadLayerIsOneColour()
    {
        ModuleOutput output = counting({2, 2, 2});
        output.values.assign(8, 0.0F);
        QCOMPARE(mosaic(output).pixel(0, 0), viridis(0));
    }

    void theLargestLayerIsQuick()
    {
        const ModuleOutput output = counting({32, 28, 28}, -9000);
        QBENCHMARK
        {
            QVERIFY(!mosaic(output).isNull());
        }
    }
};

GLYPHSCOPE_TEST(TstThumbnail, Core)
#include "tst_thumbnail.moc"
