// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/stroke_path.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace glyphscope;

class TstStrokePath : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void framesAllStrokes();
    void pointsComeEvenly();
    void partsAreCutToTheirLength();
    void directionIsThatOfTheEnd();
    void findsTheLoop();
    void takesWhatIsNoLine();
};

namespace {

const StrokePoints kAngle{{0, 0}, {30, 0}, {30, 40}};

bool near(Point a, Point b)
{
    return std::hypot(a.x - b.x, a.y - b.y) < 1e-9;
}

/// Down, and around a circle at the end, as a six.
StrokePoints six()
{
    StrokePoints points;
    for (int i = 0; i < 10; ++i)
        points.push_back({0, 10.0 * i});
    for (int i = 0; i <= 20; ++i) {
        const double angle = 3.14159265358979 * (1 - i / 10.0);
        points.push_back({20 + 20 * std::cos(angle), 100 + 20 * std::sin(angle)});
    }
    return points;
}

}  // namespace

void TstStrokePath::framesAllStrokes()
{
    const StrokeFrame frame = frameOf({{{kAngle, 1}, {{{-10, 20}}, 1}}, {}});
    QCOMPARE(frame.x, 10.0);
    QCOMPARE(frame.y, 20.0);
    QCOMPARE(frame.width, 40.0);
    QCOMPARE(frame.height, 40.0);
    QCOMPARE(frameOf({}).size, 0.0);
    QCOMPARE(frameOf({{{{{0, 0}, {std::numeric_limits<double>::infinity(), 0}}, 1}}, {}}).size, 0.0);
}

void TstStrokePath::pointsComeEvenly()
{
    QCOMPARE(lengthOf(kAngle), 70.0);
    const StrokePoints even = evenly(kAngle, 10);
    QCOMPARE(even.size(), std::size_t(8));
    QVERIFY(near(even.front(), kAngle.front()) && near(even.back(), kAngle.back()));
    QVERIFY(near(even[2], {20, 0}) && near(even[3], {30, 0}) && near(even[5], {30, 20}));
    QCOMPARE(evenly(kAngle, 1000).size(), std::size_t(2));
    QCOMPARE(evenly(kAngle, 16).size(), std::size_t(6));  // a little closer
}

void TstStrokePath::partsAreCutToTheirLength()
{
    const StrokePoints part = partOf(kAngle, 10, 50);
    QCOMPARE(part.size(), std::size_t(3));
    QVERIFY(near(part[0], {10, 0}) && near(part[1], {30, 0}) && near(part[2], {30, 20}));
    QCOMPARE(partOf(kAngle, -5, 900), kAngle);
    QVERIFY(std::abs(lengthOf(partOf(six(), 12, 77)) - 65) < 1e-9);
}

void TstStrokePath::directionIsThatOfTheEnd()
{
    QVERIFY(near(directionAtEnd(kAngle, 10), {0, 1}));
    QVERIFY(near(directionAtEnd(kAngle, 70), {0.6, 0.8}));
    QVERIFY(near(directionAtEnd({{5, 5}}, 10), {0, 0}));
    QVERIFY(near(directionAtEnd({}, 10), {0, 0}));
}

void TstStrokePath::findsTheLoop()
{
    const StrokePoints line = evenly(six(), 4);
    const StrokeLoop loop = loopOf(line, 12, 45);
    QVERIFY(loop.last > loop.first);
    QVERIFY(std::abs(static_cast<double>(loop.last - loop.first) * 4 - 125) < 15);  // the circle
    QCOMPARE(loopOf(evenly(kAngle, 4), 12, 45).last, std::size_t(0));
}

void TstStrokePath::takesWhatIsNoLine()
{
    const StrokePoints dot{{3, 4}};
    QCOMPARE(evenly(dot, 1), dot);
    QCOMPARE(partOf(dot, 0, 1), dot);
    QCOMPARE(loopOf(dot, 1, 1).last, std::size_t(0));
    const StrokePoints still{{3, 4}, {3, 4}, {3, 4}};
    QCOMPARE(evenly(still, 1), still);
    QCOMPARE(loopOf(still, 1, 1).last, std::size_t(0));
    QVERIFY(evenly({}, 1).empty());
}

GLYPHSCOPE_TEST(TstStrokePath, Core)
#include "tst_stroke_path.moc"
