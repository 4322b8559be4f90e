// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/glyph_place.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <cmath>

using namespace glyphscope;

class TstGlyphPlace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inkOfTheGlyphLiesOnTheStrokes_data();
    void inkOfTheGlyphLiesOnTheStrokes();
    void noPlaceForPicturesAndDots();
};

void TstGlyphPlace::inkOfTheGlyphLiesOnTheStrokes_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<double>("shift");
    QTest::addColumn<double>("pen");
    QTest::newRow("on the canvas") << 1.0 << 0.0 << 1.0;
    QTest::newRow("small, far away, bold") << 0.01 << 5000.0 << 2.0;
    QTest::newRow("large and thin") << 40.0 << -300.0 << 0.5;
}

void TstGlyphPlace::inkOfTheGlyphLiesOnTheStrokes()
{
    QFETCH(double, scale);
    QFETCH(double, shift);
    QFETCH(double, pen);
    const auto at = [&](double x, double y) { return Point{scale * x + shift, scale * y - shift}; };
    const Drawing seven{{{{at(70, 60), at(200, 60), at(120, 230)}, pen}}, {}};
    const Stages stages = normalize(seven);
    const auto place = glyphPlace(seven, stages);
    QVERIFY(place.has_value());
    const double pixel = place->side / kGlyphSide;
    const auto distance = [](Point p, Point a, Point b) {
        const double dx = b.x - a.x;
        const double dy = b.y - a.y;
        const double t = std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
        return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
    };
    int dark = 0;
    for (int y = 0; y < kGlyphSide; ++y)
        for (int x = 0; x < kGlyphSide; ++x) {
            if (stages.glyph[static_cast<std::size_t>(y * kGlyphSide + x)] < 200)
                continue;
            ++dark;
            const Point centre{place->x + (x + 0.5) * pixel, place->y + (y + 0.5) * pixel};
            const auto& points = seven.strokes[0].points;
            const double far =
                std::min(distance(centre, points[0], points[1]), distance(centre, points[1], points[2]));
            // half the pen, and the pixel by which a nearly full one can stick out
            QVERIFY2(far < kStrokeWidth * pen * 170 * scale / 2 + 0.75 * pixel, "ink beside the stroke");
        }
    QVERIFY(dark > 20);
}

void TstGlyphPlace::noPlaceForPicturesAndDots()
{
    const Drawing dot{{{{{50, 50}}, 1.0}}, {}};
    QVERIFY(!glyphPlace(dot, normalize(dot)));
    Drawing picture{{{{{50, 50}, {90, 90}}, 1.0}}, Picture{Raster(4, 4), 0, 0, 100, 100}};
    QVERIFY(!glyphPlace(picture, normalize(picture)));
    QVERIFY(!glyphPlace(Drawing(), Stages()));
}

GLYPHSCOPE_TEST(TstGlyphPlace, Core)
#include "tst_glyph_place.moc"
