// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/why/why_values.h"
#include "ui/style/colour_map.h"
#include "ui/style/theme.h"
#include "ui/why/gradient_maps.h"

#include <QtGui/QMouseEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include <cmath>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstGradientMaps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init() { test::failOnQtWarnings(); }

    void zeroIsTheMiddleEvenWhereNothingIsNegative()
    {
        const ModuleOutput gradient = test::gradients().modules.back();  // one 1, nine 0
        const ColourScale scale = gradientScale(gradient);
        QVERIFY(scale.diverging);
        QCOMPARE(scale.limit, 1.0F);
        const QImage image = mosaicOf(gradient, scale);
        const MosaicGrid grid = gridOf(gradient);
        QCOMPARE(image.size(), grid.size());
        QCOMPARE(image.pixel(7 % grid.width, 7 / grid.width), diverging(1));
        QVERIFY(std::abs(qRed(image.pixel(0, 0)) - qBlue(image.pixel(0, 0))) <= 3);
    }

    void everyPixelIsItsValue()
    {
        const ModuleOutput output = test::output("conv", "Conv2d", {6, 3, 5}, 2);
        const ColourScale scale = gradientScale(output);
        const MosaicGrid grid = gridOf(output);
        const QImage image = mosaicOf(output, scale);
        int seen = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const std::optional<int> map = grid.mapAt({x, y});
                if (!map) {
                    QCOMPARE(qAlpha(image.pixel(x, y)), 0);
                    continue;
                }
                const auto index = static_cast<std::size_t>(*map * 15 + grid.offsetIn(*map, {x, y}));
                QCOMPARE(image.pixel(x, y), scale.colour(output.values[index]));
                ++seen;
            }
        QCOMPARE(seen, 90);
        QVERIFY(mosaicOf({}, scale).isNull());
    }

    void partsLieBelowEachOther_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<QSize>("mosaic");
        for (const int width : {180, 276, 600, 1400})
            for (const QSize mosaic : {QSize(231, 115), QSize(56, 56), QSize(4, 3), QSize()})
                QTest::addRow("%d wide, %d x %d", width, mosaic.width(), mosaic.height())
                    << static_cast<double>(width) << mosaic;
    }

    void partsLieBelowEachOther()
    {
        QFETCH(double, width);
        QFETCH(QSize, mosaic);
        const GradientMaps::Layout layout = GradientMaps::layOut(width, mosaic, 13, 1);
        QVERIFY(layout.picture.left() >= 0 && layout.picture.right() <= width);
        QVERIFY(layout.legend.left() >= 0 && layout.legend.right() <= width);
        QVERIFY(layout.picture.bottom() < layout.legend.top());
        QVERIFY(layout.legend.bottom() < layout.numbers.top());
        QVERIFY(layout.numbers.bottom() < layout.readout.top());
        QVERIFY(layout.readout.bottom() <= layout.height);
        if (!mosaic.isEmpty())
            QVERIFY(std::abs(layout.picture.width() / layout.picture.height() -
                             static_cast<double>(mosaic.width()) / mosaic.height()) < 1e-9);
    }

    void theValueUnderThePointerIsReadOut()
    {
        GradientMaps maps;
        maps.resize(300, 260);
        QVERIFY(maps.readout().startsWith(u"Computing"));
        ModuleOutput gradient = test::output("conv1", "Conv2d", {32, 28, 28}, 0.05F);
        const MosaicGrid grid = gridOf(gradient);
        gradient.values[5 * 784 + 3 * 28 + 4] = -0.5F;
        maps.setGradient(gradient);
        maps.show();
        const auto pointAt = [&maps, &grid](QPoint pixel) {
            const QRectF picture = maps.mapsLayout().picture;
            const double cell = picture.width() / grid.size().width();
            const QPointF at = picture.topLeft() + cell * (QPointF(pixel) + QPointF(0.5, 0.5));
            QMouseEvent event(QEvent::MouseMove, at, at, maps.mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                              Qt::NoModifier);
            QCoreApplication::sendEvent(&maps, &event);
        };
        pointAt(grid.topLeft(5) + QPoint(4, 3));
        QCOMPARE(maps.readout(), u"map 5, row 3, column 4: \u22120.5"_s);
        pointAt(grid.topLeft(5) + QPoint(28, 3));
        QVERIFY2(maps.readout().startsWith(u"Point at"), "the line between two maps is no value");
    }

    void arrowsStepOverTheLineBetweenMaps()
    {
        GradientMaps maps;
        maps.setGradient(test::output("conv", "Conv2d", {2, 2, 2}, 1));
        QTest::keyClick(&maps, Qt::Key_Right);
        QVERIFY(maps.readout().startsWith(u"map 0, row 0, column 0:"));
        QTest::keyClick(&maps, Qt::Key_Right);
        QVERIFY(maps.readout().startsWith(u"map 0, row 0, column 1:"));
        QTest::keyClick(&maps, Qt::Key_Right);
        QVERIFY2(maps.readout().startsWith(u"map 1, row 0, column 0:"), qPrintable(maps.readout()));
        QTest::keyClick(&maps, Qt::Key_Up);
        QVERIFY(maps.readout().startsWith(u"map 1, row 0, column 0:"));
    }

    void logitsHaveTheNamesOfTheirClasses()
    {
        GradientMaps maps;
        maps.setGradient(test::output("fc2", "Linear", {3}, 0));
        QTest::keyClick(&maps, Qt::Key_Right);
        QCOMPARE(maps.readout(), u"value 0: 0"_s);
        maps.setClassNames({u"Bag"_s, u"Coat"_s, u"Shirt"_s});
        QCOMPARE(maps.readout(), u"class Bag: 0"_s);
    }
};

GLYPHSCOPE_TEST(TstGradientMaps, Widgets)
#include "tst_gradient_maps.moc"
