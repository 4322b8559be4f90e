// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/ink_edit.h"
#include "ui/widgets/paint_drawing.h"

#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// A seven that a pen wrote, on the canvas, and turned: the second half goes sharply back under the first.
Stroke seven(double degrees)
{
    Stroke stroke{{{86.0, 64.1},   {98.4, 64.5},   {111.1, 64.6},  {124.0, 64.4},  {136.8, 63.9},
                   {149.3, 63.0},  {161.4, 62.0},  {173.0, 60.8},  {184.3, 59.8},  {195.4, 58.9},
                   {206.8, 58.4},  {206.4, 58.6},  {200.9, 69.7},  {195.7, 80.9},  {190.9, 92.1},
                   {186.0, 103.2}, {181.0, 114.1}, {175.5, 124.6}, {169.6, 134.7}, {163.3, 144.6},
                   {156.8, 154.4}, {150.3, 164.2}, {144.1, 174.1}, {138.3, 184.4}}};
    const QPointF middle(kCanvasSide / 2, kCanvasSide / 2);
    QTransform turn = QTransform::fromTranslate(middle.x(), middle.y());
    turn.rotate(degrees).translate(-middle.x(), -middle.y());
    for (Point& point : stroke.points)
        turn.map(point.x, point.y, &point.x, &point.y);
    return stroke;
}

double distance(QPointF p, QPointF a, QPointF b)
{
    const QPointF way = b - a;
    const double length = std::max(QPointF::dotProduct(way, way), 1e-12);
    const QPointF apart = a + std::clamp(QPointF::dotProduct(p - a, way) / length, 0.0, 1.0) * way - p;
    return std::hypot(apart.x(), apart.y());
}

/// To the line that the pen is drawn along: it is smoothed.
double distance(QPointF p, const QPolygonF& line)
{
    double least = kCanvasSide;
    for (qsizetype i = 1; i < line.size(); ++i)
        least = std::min(least, distance(p, line[i - 1], line[i]));
    return least;
}

/// Pixels well within the stroke that are not of its colour.
int holes(const QImage& image, const Stroke& stroke)
{
    const double unit = kCanvasSide / image.width();  // a pixel's width
    const double within = strokeWidth(stroke) / 2 - 2 * unit;
    const QPolygonF line = strokePath(stroke).toSubpathPolygons(QTransform::fromScale(8, 8)).first();
    const QPolygonF smooth = QTransform::fromScale(0.125, 0.125).map(line);
    int found = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            found += image.pixel(x, y) != qRgb(0, 0, 0) &&
                     distance(QPointF(x + 0.5, y + 0.5) * unit, smooth) < within;
    return found;
}

}  // namespace

class TstPaintDrawing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void sharpTurnsLeaveNoHoles_data()
    {
        QTest::addColumn<int>("side");
        QTest::addColumn<double>("degrees");
        for (const int side : {280, 394, 511})
            for (int degrees = 0; degrees < 90; degrees += 15)
                QTest::addRow("%d pixels, %d degrees", side, degrees) << side << static_cast<double>(degrees);
    }

    void sharpTurnsLeaveNoHoles()
    {
        QFETCH(int, side);
        QFETCH(double, degrees);
        const Stroke stroke = seven(degrees);
        const QImage image = renderDrawing({{stroke}, {}}, {side, side}, 1, Qt::black, Qt::white);
        QCOMPARE(holes(image, stroke), 0);
    }

    void sharpTurnsPaintTheSameInsideAClip()
    {
        constexpr int kSide = 280;
        constexpr int kTile = 40;
        Stroke zigzag;
        for (int i = 0; i < 12; ++i)
            zigzag.points.push_back({20.0 + 22 * i, i % 2 ? 250.0 - 3 * i : 30.0 + 17 * i});
        for (const Stroke& stroke : {zigzag, seven(0), seven(40)}) {
            const Drawing drawing{{stroke}, {}};
            const QImage whole = renderDrawing(drawing, {kSide, kSide}, 1, Qt::black, Qt::white);
            for (int tile = 0; tile < kSide * kSide / (kTile * kTile); ++tile) {
                const int across = kSide / kTile;
                const QRect clip(tile % across * kTile, tile / across * kTile, kTile, kTile);
                QImage part(kSide, kSide, QImage::Format_ARGB32_Premultiplied);
                part.fill(Qt::white);
                QPainter painter(&part);
                painter.setClipRect(clip);
                paintDrawing(painter, drawing, Qt::black);
                painter.end();
                QCOMPARE(part.copy(clip), whole.copy(clip));
            }
        }
    }
};

GLYPHSCOPE_TEST(TstPaintDrawing, Widgets)
#include "tst_paint_drawing.moc"
