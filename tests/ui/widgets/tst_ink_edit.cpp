// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/ink_edit.h"
#include "ui/widgets/paint_drawing.h"

#include <QtGui/QImage>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace glyphscope;

namespace {

using Points = std::vector<Point>;

/// Width of the ink of a pen with which the arithmetic of a test stays readable.
constexpr double kPen = 1.0 / kPenWidth;
constexpr double kTolerance = 1e-9;

Drawing drawingOf(const std::vector<Points>& strokes)
{
    Drawing drawing;
    for (const Points& points : strokes)
        drawing.strokes.push_back({points, kPen});
    return drawing;
}

void compareStrokes(const Drawing& actual, const std::vector<Points>& expected)
{
    QCOMPARE(actual.strokes.size(), expected.size());
    for (std::size_t s = 0; s < expected.size(); ++s) {
        QCOMPARE(actual.strokes[s].pen, kPen);
        QCOMPARE(actual.strokes[s].points.size(), expected[s].size());
        for (std::size_t i = 0; i < expected[s].size(); ++i) {
            QVERIFY(std::abs(actual.strokes[s].points[i].x - expected[s][i].x) < kTolerance);
            QVERIFY(std::abs(actual.strokes[s].points[i].y - expected[s][i].y) < kTolerance);
        }
    }
}

double distanceToSegment(Point p, Point a, Point b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double square = dx * dx + dy * dy;
    const double t = square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

Stroke spiral()
{
    Stroke stroke;
    for (int i = 0; i < 400; ++i) {
        const double turn = i * 0.08;
        stroke.points.push_back(
            {140 + (8 + 3.4 * turn) * std::cos(turn), 140 + (8 + 3.4 * turn) * std::sin(turn)});
    }
    return stroke;
}

int inkedPixels(const QImage& image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
    return count;
}

}  // namespace

class TstInkEdit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void eraserCutsWhereTheInkClearsTheDisc_data();
    void eraserCutsWhereTheInkClearsTheDisc();
    void erasingTwiceAtOnePlaceChangesNothingMore();
    void erasingStepByStepEqualsErasingAtOnce();
    void nothingInsideTheSweptDiscRemains();
    void eraserLeavesPicturesAndFarStrokesAlone();
    void changedAreaEndsNearTheEraser();
    void boundsCoverInkAndPicture();
    void withStrokeAppends();
    void drawingsOfOtherUnitsAreFitted_data();
    void drawingsOfOtherUnitsAreFitted();
    void fittingSurvivesTheLargestNumbers();
    void smoothPathsBeginAndEndAtTheirPoints_data();
    void smoothPathsBeginAndEndAtTheirPoints();
    void smoothPathsHaveNoCorners();
    void longSegmentsStayStraight();
    void clippedPathsPaintTheSameInsideTheClip();
    void dotsAreRound();
    void picturesAreNotBlurredWhenTiny();
};

void TstInkEdit::eraserCutsWhereTheInkClearsTheDisc_data()
{
    QTest::addColumn<std::vector<Points>>("strokes");
    QTest::addColumn<Points>("path");
    QTest::addColumn<std::vector<Points>>("expected");
    // A radius of 9.5 and half a width of 0.5: cuts lie exactly 10 from the path.
    const Points line{{0, 100}, {100, 100}};
    const auto row = [](const char* name, std::vector<Points> strokes, Points path,
                        std::vector<Points> left) {
        QTest::newRow(name) << std::move(strokes) << std::move(path) << std::move(left);
    };
    row("set down in the middle", {line}, {{50, 100}}, {{{0, 100}, {40, 100}}, {{60, 100}, {100, 100}}});
    row("beside the middle", {line}, {{50, 106}}, {{{0, 100}, {42, 100}}, {{58, 100}, {100, 100}}});
    row("moved across", {line}, {{50, 50}, {50, 150}}, {{{0, 100}, {40, 100}}, {{60, 100}, {100, 100}}});
    row("moved along", {line}, {{40, 100}, {60, 100}}, {{{0, 100}, {30, 100}}, {{70, 100}, {100, 100}}});
    row("along with a gap below", {line}, {{40, 108}, {60, 108}},
        {{{0, 100}, {34, 100}}, {{66, 100}, {100, 100}}});
    row("only just out of reach", {line}, {{0, 110}, {100, 110}}, {line});
    row("the start", {line}, {{0, 100}}, {{{10, 100}, {100, 100}}});
    row("the end", {line}, {{95, 100}}, {{{0, 100}, {85, 100}}});
    row("all of it", {line}, {{0, 100}, {100, 100}}, {});
    row("twice, with a gap", {line}, {{20, 100}, {20, 200}, {70, 200}, {70, 100}},
        {{{0, 100}, {10, 100}}, {{30, 100}, {60, 100}}, {{80, 100}, {100, 100}}});
    row("over a corner", {{{0, 0}, {50, 0}, {50, 50}}}, {{50, 0}}, {{{0, 0}, {40, 0}}, {{50, 10}, {50, 50}}});
    row("between two points", {{{0, 0}, {10, 0}, {90, 0}, {100, 0}}}, {{50, 0}},
        {{{0, 0}, {10, 0}, {40, 0}}, {{60, 0}, {90, 0}, {100, 0}}});
    row("repeated points", {{{0, 0}, {0, 0}, {50, 0}, {50, 0}}}, {{50, 0}}, {{{0, 0}, {0, 0}, {40, 0}}});
    row("a dot inside", {{{50, 50}}}, {{50, 59}}, {});
    row("a dot outside", {{{50, 50}}}, {{50, 61}}, {{{50, 50}}});
    row("one of two", {line, {{0, 200}, {100, 200}}}, {{50, 200}},
        {line, {{0, 200}, {40, 200}}, {{60, 200}, {100, 200}}});
    row("no path", {line}, {}, {line});
    row("a stroke without points", {{}}, {{0, 0}}, {{}});
}

void TstInkEdit::eraserCutsWhereTheInkClearsTheDisc()
{
    QFETCH(std::vector<Points>, strokes);
    QFETCH(Points, path);
    QFETCH(std::vector<Points>, expected);
    compareStrokes(eraseAlong(drawingOf(strokes), path, 9.5).drawing, expected);
}

void TstInkEdit::erasingTwiceAtOnePlaceChangesNothingMore()
{
    const Points path{{30, 90}, {200, 210}};
    const Drawing once = eraseAlong({{spiral()}, {}}, path, 12).drawing;
    const Drawing twice = eraseAlong(once, path, 12 - 1e-6).drawing;
    QVERIFY(once.strokes.size() > 4);
    QCOMPARE(twice, once);
}

void TstInkEdit::erasingStepByStepEqualsErasingAtOnce()
{
    Points path;
    for (int i = 0; i <= 40; ++i)
        path.push_back({20.0 + 6 * i, 140 + 60 * std::sin(i * 0.4)});
    const Drawing whole = eraseAlong({{spiral()}, {}}, path, 7).drawing;
    Drawing steps{{spiral()}, {}};
    for (std::size_t i = 1; i < path.size(); ++i)
        steps = eraseAlong(std::move(steps), {path[i - 1], path[i]}, 7).drawing;
    QCOMPARE(steps.strokes.size(), whole.strokes.size());
    for (std::size_t s = 0; s < whole.strokes.size(); ++s) {
        const Point a = steps.strokes[s].points.front();
        const Point b = whole.strokes[s].points.front();
        QVERIFY(std::hypot(a.x - b.x, a.y - b.y) < 1e-6);
    }
}

void TstInkEdit::nothingInsideTheSweptDiscRemains()
{
    const Points path{{0, 130}, {140, 100}, {150, 260}};
    const double radius = 11;
    const double clear = radius + kPenWidth / 2;
    const Drawing erased = eraseAlong({{spiral()}, {}}, path, radius).drawing;
    QVERIFY(!erased.strokes.empty());
    for (const Stroke& stroke : erased.strokes)
        for (std::size_t i = 1; i < stroke.points.size(); ++i)
            for (int k = 0; k <= 10; ++k) {
                const Point a = stroke.points[i - 1];
                const Point b = stroke.points[i];
                const Point p{a.x + (b.x - a.x) * k / 10, a.y + (b.y - a.y) * k / 10};
                QVERIFY(distanceToSegment(p, path[0], path[1]) > clear - 1e-9);
                QVERIFY(distanceToSegment(p, path[1], path[2]) > clear - 1e-9);
            }
}

void TstInkEdit::eraserLeavesPicturesAndFarStrokesAlone()
{
    Drawing drawing = drawingOf({{{0, 0}, {1, 1}}});
    drawing.picture = Picture{Raster(4, 4), 10, 10, 100, 100};
    const Erasure erasure = eraseAlong(drawing, {{40, 40}, {60, 60}}, 10);
    QCOMPARE(erasure.drawing, drawing);
    QVERIFY(erasure.changed.isNull());
}

void TstInkEdit::changedAreaEndsNearTheEraser()
{
    // Radius 5, the width of 1 and three roundings of 12 to both sides; upwards no further than the ink.
    const Drawing drawing = drawingOf({{{0, 0}, {100, 0}}, {{0, 200}, {100, 200}}});
    QCOMPARE(eraseAlong(drawing, {{50, 0}}, 5).changed, QRectF(8, -0.5, 84, 1));
}

void TstInkEdit::boundsCoverInkAndPicture()
{
    QVERIFY(drawingBounds({}).isNull());
    Drawing drawing{{{{{50, 60}}, 1}}, {}};
    QCOMPARE(drawingBounds(drawing), QRectF(41, 51, 18, 18));
    drawing.strokes.push_back({{{50, 60}, {150, 60}}, 2});
    QCOMPARE(drawingBounds(drawing), QRectF(32, 42, 136, 36));
    drawing.picture = Picture{Raster(1, 1), 0, 0, 40, 200};
    QCOMPARE(drawingBounds(drawing), QRectF(0, 0, 168, 200));
}

void TstInkEdit::withStrokeAppends()
{
    const Stroke dot{{{3, 4}}, 1.5};
    const Drawing drawing = withStroke(drawingOf({{{0, 0}}}), dot);
    QCOMPARE(drawing.strokes.size(), std::size_t{2});
    QCOMPARE(drawing.strokes.back(), dot);
}

void TstInkEdit::drawingsOfOtherUnitsAreFitted_data()
{
    QTest::addColumn<Points>("points");
    QTest::addColumn<Points>("expected");
    const Points kept{{0, 0}, {280, 100}};
    QTest::newRow("on the canvas") << kept << kept;
    const Points dot{{30, 30}};
    QTest::newRow("a dot on the canvas") << dot << dot;
    QTest::newRow("a dot far away") << Points{{5000, -30}} << Points{{140, 140}};
    QTest::newRow("a tablet's units") << Points{{1000, 1000}, {1000, 3000}} << Points{{140, 40}, {140, 240}};
    QTest::newRow("centimetres") << Points{{0, 0}, {4, 2}} << Points{{40, 90}, {240, 190}};
    QTest::newRow("half outside") << Points{{-100, 0}, {100, 100}} << Points{{40, 90}, {240, 190}};
}

void TstInkEdit::drawingsOfOtherUnitsAreFitted()
{
    QFETCH(Points, points);
    QFETCH(Points, expected);
    compareStrokes(fittedToCanvas(drawingOf({points})), {expected});
}

void TstInkEdit::fittingSurvivesTheLargestNumbers()
{
    const Drawing fitted = fittedToCanvas(drawingOf({{{-1e308, 0}, {1.5e308, 1e308}}}));
    for (const Point p : fitted.strokes[0].points)
        QVERIFY(std::isfinite(p.x) && std::isfinite(p.y));
}

void TstInkEdit::smoothPathsBeginAndEndAtTheirPoints_data()
{
    QTest::addColumn<Points>("points");
    QTest::newRow("two") << Points{{10, 20}, {30, 40}};
    QTest::newRow("three") << Points{{10, 20}, {30, 40}, {50, 20}};
    QTest::newRow("many") << spiral().points;
    QTest::newRow("all the same") << Points{{10, 20}, {10, 20}, {10, 20}};
}

void TstInkEdit::smoothPathsBeginAndEndAtTheirPoints()
{
    QFETCH(Points, points);
    const QPainterPath path = strokePath({points, 1});
    QCOMPARE(QPointF(path.elementAt(0)), QPointF(points.front().x, points.front().y));
    QVERIFY(QLineF(path.currentPosition(), QPointF(points.back().x, points.back().y)).length() < 0.01);
    QVERIFY(path.length() > 0);
}

void TstInkEdit::smoothPathsHaveNoCorners()
{
    Points circle;
    for (int i = 0; i <= 24; ++i) {
        const double turn = 2 * std::numbers::pi * i / 24;
        circle.push_back({140 + 60 * std::cos(turn), 140 + 60 * std::sin(turn)});
    }
    const QPainterPath path = strokePath({circle, 1});
    double sharpest = 0;
    for (int i = 2; i < 199; ++i) {
        const double turn = std::abs(path.angleAtPercent(i / 200.0) - path.angleAtPercent((i - 1) / 200.0));
        sharpest = std::max(sharpest, std::min(turn, 360 - turn));
    }
    // A polygon of 24 sides turns by 15 degrees at once; 199 steps around a circle by 1.8.
    QVERIFY2(sharpest < 5, qPrintable(QString::number(sharpest)));
}

void TstInkEdit::longSegmentsStayStraight()
{
    const QPainterPath seven = strokePath({{{0, 0}, {200, 0}, {200, 250}}, 1});
    const QRectF bounds = seven.boundingRect();
    QCOMPARE(bounds, QRectF(0, 0, 200, 250));
    const QPointF middle = seven.pointAtPercent(0.2);
    QVERIFY(std::abs(middle.y()) < 1e-9);
    double gap = 1e9;
    for (int i = 0; i <= 1000; ++i)
        gap = std::min(gap, QLineF(seven.pointAtPercent(i / 1000.0), QPointF(200, 0)).length());
    QVERIFY2(gap < kPenWidth / 2, "the corner of a seven must stay under the pen");
}

void TstInkEdit::clippedPathsPaintTheSameInsideTheClip()
{
    const Drawing drawing{{spiral()}, {}};
    const QRect clip(90, 60, 70, 90);
    const QImage whole = renderDrawing(drawing, {280, 280}, 1, Qt::black, Qt::white);
    QVERIFY(strokePath(spiral(), clip).elementCount() < strokePath(spiral()).elementCount() / 2);
    QImage part(280, 280, QImage::Format_ARGB32_Premultiplied);
    part.fill(Qt::white);
    QPainter painter(&part);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(clip);
    paintDrawing(painter, drawing, Qt::black);
    painter.end();
    QCOMPARE(part.copy(clip), whole.copy(clip));
}

void TstInkEdit::dotsAreRound()
{
    const QImage image = renderDrawing({{{{{140, 140}}, 1}}, {}}, {280, 280}, 4, Qt::black, Qt::white);
    QCOMPARE(image.size(), QSize(1120, 1120));
    const double area = inkedPixels(image) / 16.0;
    const double disc = std::numbers::pi * kPenWidth * kPenWidth / 4;
    QVERIFY2(std::abs(area - disc) < 0.01 * disc, qPrintable(QString::number(area)));
}

void TstInkEdit::picturesAreNotBlurredWhenTiny()
{
    Raster checks(2, 2);
    checks.pixels = {0, 255, 255, 0};
    Drawing drawing;
    drawing.picture = Picture{checks, 0, 0, kCanvasSide, kCanvasSide};
    const QImage image = renderDrawing(drawing, {100, 100}, 1, Qt::black, Qt::white);
    QCOMPARE(qGray(image.pixel(49, 20)), 0);
    QCOMPARE(qGray(image.pixel(50, 20)), 255);
    drawing.picture->grey.pixels.pop_back();
    QCOMPARE(inkedPixels(renderDrawing(drawing, {100, 100}, 1, Qt::black, Qt::white)), 0);
}

GLYPHSCOPE_TEST(TstInkEdit, Core)
#include "tst_ink_edit.moc"
