// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/ink_variation.h"
#include "model/preprocess/normalize.h"
#include "tests/support/test_program.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace glyphscope;

class TstInkVariation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheSeed();
    void keepsStrokesAndPoints();
    void staysWithinItsBounds();
    void doesNothingWhenNothingMay();
    void variesTheSameWhereverItWasWritten();
    void takesADotAndNothing();
    void leavesPicturesAlone();
    void writesAsPeopleWithPensDo_data();
    void writesAsPeopleWithPensDo();
    void leavesOtherFormsAlone();
    void scribblesAreInkOfManyKinds();
};

namespace {

/// A seven with a bar across.
Drawing seven()
{
    Drawing drawing;
    drawing.strokes.push_back({{{0, 0}, {30, 1}, {60, 0}, {45, 40}, {30, 80}, {20, 100}}, 1.0});
    drawing.strokes.push_back({{{20, 50}, {60, 48}}, 0.5});
    return drawing;
}

double distance(Point a, Point b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

}  // namespace

void TstInkVariation::followsTheSeed()
{
    QCOMPARE(varied(seven(), 1), varied(seven(), 1));
    QVERIFY(varied(seven(), 1) != varied(seven(), 2));
    QVERIFY(varied(seven(), 1) != seven());
}

void TstInkVariation::keepsStrokesAndPoints()
{
    const Drawing other = varied(seven(), 3);
    QCOMPARE(other.strokes.size(), std::size_t(2));
    QCOMPARE(other.strokes[0].points.size(), std::size_t(6));
    QCOMPARE(other.strokes[1].points.size(), std::size_t(2));
    QCOMPARE(other.strokes[0].pen / other.strokes[1].pen, 2.0);
}

void TstInkVariation::staysWithinItsBounds()
{
    const InkVariation how;
    double thinnest = 9;
    double thickest = 0;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const Drawing other = varied(seven(), seed);
        thinnest = std::min(thinnest, other.strokes[0].pen);
        thickest = std::max(thickest, other.strokes[0].pen);
        // turned, slanted, stretched and bent, a point 100 from another stays within these
        const double length = distance(other.strokes[0].points.front(), other.strokes[0].points.back());
        const double before = distance(seven().strokes[0].points.front(), seven().strokes[0].points.back());
        QVERIFY(length > 0.5 * before && length < 1.6 * before);
    }
    QVERIFY(thinnest >= how.thinnest && thinnest < how.thinnest * 1.02);
    QVERIFY(thickest <= how.thickest && thickest > how.thickest * 0.98);
}

void TstInkVariation::doesNothingWhenNothingMay()
{
    const InkVariation nothing{
        .rotation = 0, .shear = 0, .stretch = 0, .bend = 0, .thinnest = 1, .thickest = 1};
    const Drawing same = varied(seven(), 5, nothing);
    for (std::size_t i = 0; i < same.strokes.size(); ++i)
        for (std::size_t k = 0; k < same.strokes[i].points.size(); ++k)
            QVERIFY(distance(same.strokes[i].points[k], seven().strokes[i].points[k]) < 1e-9);
    QCOMPARE(same.strokes[1].pen, 0.5);
}

void TstInkVariation::variesTheSameWhereverItWasWritten()
{
    Drawing far = seven();
    for (Stroke& stroke : far.strokes)
        for (Point& point : stroke.points)
            point = {1024 + 16 * point.x, 16 * point.y - 512};
    const Drawing a = varied(seven(), 9);
    const Drawing b = varied(far, 9);
    for (std::size_t k = 0; k < a.strokes[0].points.size(); ++k) {
        const Point point = a.strokes[0].points[k];
        QVERIFY(distance({1024 + 16 * point.x, 16 * point.y - 512}, b.strokes[0].points[k]) < 1e-6);
    }
}

void TstInkVariation::takesADotAndNothing()
{
    Drawing dot;
    dot.strokes.push_back({{{5, 5}}, 1.0});
    QCOMPARE(varied(dot, 1).strokes[0].points, dot.strokes[0].points);
    QVERIFY(!normalize(varied(dot, 1)).empty);
    QVERIFY(varied(Drawing(), 1).empty());
    Drawing endless = seven();
    endless.strokes[0].points[1].x = INFINITY;
    QVERIFY(!normalize(varied(endless, 1)).empty);
}

void TstInkVariation::leavesPicturesAlone()
{
    Drawing drawing = seven();
    drawing.picture = Picture{Raster(4, 4), 0, 0, 4, 4};
    QCOMPARE(varied(drawing, 1).picture->grey, drawing.picture->grey);
}

void TstInkVariation::writesAsPeopleWithPensDo_data()
{
    QTest::addColumn<int>("digit");
    QTest::addColumn<QSet<int>>("strokes");  // that the forms are made of
    QTest::newRow("slashed zero") << 0 << QSet<int>{1, 2};
    QTest::newRow("one with flag and foot") << 1 << QSet<int>{1, 2, 3};
    QTest::newRow("barred seven") << 7 << QSet<int>{1, 2};
    QTest::newRow("a digit without such forms") << 5 << QSet<int>{1};
}

void TstInkVariation::writesAsPeopleWithPensDo()
{
    QFETCH(int, digit);
    Drawing upright;
    upright.strokes.push_back({{{30, 0}, {32, 50}, {30, 100}}, 0.7});
    QSet<int> strokes;
    int plain = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        const Drawing drawn = withPenHabit(upright, digit, seed);
        QCOMPARE(drawn, withPenHabit(upright, digit, seed));
        QCOMPARE(drawn.strokes.front(), upright.strokes.front());
        for (const Stroke& stroke : drawn.strokes)
            QCOMPARE(stroke.pen, 0.7);
        plain += drawn == upright ? 1 : 0;
        strokes += static_cast<int>(drawn.strokes.size());
    }
    QTEST(strokes, "strokes");
    QVERIFY(digit == 5 ? plain == 400 : plain > 150 && plain < 250);
}

void TstInkVariation::leavesOtherFormsAlone()
{
    Drawing slanting;
    slanting.strokes.push_back({{{0, 0}, {100, 100}}, 1.0});
    Drawing dot;
    dot.strokes.push_back({{{5, 5}}, 1.0});
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        QCOMPARE(withPenHabit(seven(), 7, seed), seven());  // it has its bar
        QCOMPARE(withPenHabit(slanting, 1, seed), slanting);
        QCOMPARE(withPenHabit(dot, 0, seed), dot);
        QVERIFY(withPenHabit(Drawing(), 0, seed).empty());
    }
}

void TstInkVariation::scribblesAreInkOfManyKinds()
{
    std::set<Glyph> seen;
    std::set<std::size_t> strokes;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const Drawing drawing = scribble(seed);
        QCOMPARE(drawing, scribble(seed));
        const Stages stages = normalize(drawing);
        QVERIFY(!stages.empty);
        seen.insert(stages.glyph);
        strokes.insert(drawing.strokes.size());
    }
    QVERIFY(seen.size() > 95);
    QVERIFY(strokes.size() > 4);
}

GLYPHSCOPE_TEST(TstInkVariation, Core)
#include "tst_ink_variation.moc"
