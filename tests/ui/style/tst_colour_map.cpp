// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/style/colour_map.h"
#include "ui/style/contrast.h"

#include <cmath>
#include <limits>

using namespace glyphscope;

class TstColourMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void knownColours()
    {
        QCOMPARE(viridis(0), qRgb(68, 1, 84));
        QCOMPARE(viridis(1), qRgb(253, 231, 37));
        QCOMPARE(cividis(0), qRgb(0, 34, 78));
        QCOMPARE(cividis(1), qRgb(254, 232, 56));
        QCOMPARE(diverging(-1), qRgb(59, 76, 192));
        QCOMPARE(diverging(0), qRgb(221, 221, 221));
        QCOMPARE(diverging(1), qRgb(180, 4, 38));
    }

    void betweenTheAnchorsItIsMatplotlibsToOneLevel()
    {
        const QRgb middle = viridis(128.0F / 255);  // matplotlib: viridis(128) is 33, 145, 140
        QVERIFY(std::abs(qRed(middle) - 33) <= 1);
        QVERIFY(std::abs(qGreen(middle) - 145) <= 1);
        QVERIFY(std::abs(qBlue(middle) - 140) <= 1);
    }

    void sequentialMapsOnlyGrowBrighter()
    {
        for (QRgb (*map)(float) : {&viridis, &cividis}) {
            for (int i = 5; i < 256; ++i) {
                const double now = luminance(QColor(map(static_cast<float>(i) / 255)));
                const double before = luminance(QColor(map(static_cast<float>(i - 5) / 255)));
                QVERIFY2(now > before, qPrintable(QString::number(i)));
            }
        }
    }

    void theDivergingMapIsBrightestAtZero()
    {
        for (int i = 2; i <= 100; ++i) {
            const float near = static_cast<float>(i - 2) / 100;
            const float far = static_cast<float>(i) / 100;
            QVERIFY(luminance(QColor(diverging(far))) <= luminance(QColor(diverging(near))));
            QVERIFY(luminance(QColor(diverging(-far))) <= luminance(QColor(diverging(-near))));
        }
    }

    void whatLiesOutsideIsClamped()
    {
        constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
        constexpr float kInfinity = std::numeric_limits<float>::infinity();
        QCOMPARE(viridis(-3), viridis(0));
        QCOMPARE(viridis(7), viridis(1));
        QCOMPARE(viridis(kInfinity), viridis(1));
        QCOMPARE(viridis(kNan), viridis(0));
        QCOMPARE(diverging(-kInfinity), diverging(-1));
        QCOMPARE(diverging(kNan), diverging(0));
    }
};

GLYPHSCOPE_TEST(TstColourMap, Core)
#include "tst_colour_map.moc"
