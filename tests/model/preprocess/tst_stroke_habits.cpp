// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/normalize.h"
#include "model/preprocess/stroke_habits.h"
#include "model/preprocess/stroke_path.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace glyphscope;

namespace {

constexpr std::uint64_t kSeeds = 200;

/// A one as a stroke down, 100 high.
Drawing one()
{
    return {{{{{2, 0}, {1, 25}, {0, 50}, {0, 75}, {0, 100}}, 1.5}}, {}};
}

/// A five: down and around, and a bar.
Drawing five()
{
    Stroke body{{}, 1};
    for (int i = 0; i < 5; ++i)
        body.points.push_back({10.0, 10.0 * i});
    for (int i = 0; i <= 12; ++i) {
        const double angle = -1.57 + 0.25 * i;
        body.points.push_back({12 + 28 * std::cos(angle), 72 + 28 * std::sin(angle)});
    }
    return {{body, {{{10, 0}, {48, 0}}, 1}}, {}};
}

Drawing nought()
{
    Stroke circle{{}, 1};
    for (int i = 0; i <= 36; ++i)
        circle.points.push_back({30 * std::sin(0.17453 * i), -50 * std::cos(0.17453 * i)});
    return {{circle}, {}};
}

double gapOf(const Stroke& stroke)
{
    const Point a = stroke.points.front();
    const Point b = stroke.points.back();
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// How far the points of `a` are from the line of `b` at most.
double farthest(const StrokePoints& a, const StrokePoints& b)
{
    const StrokePoints line = evenly(b, 0.5);
    double most = 0;
    for (const Point& p : a) {
        double nearest = 1e9;
        for (const Point& q : line)
            nearest = std::min(nearest, std::hypot(p.x - q.x, p.y - q.y));
        most = std::max(most, nearest);
    }
    return most;
}

std::size_t inkOf(const Glyph& glyph)
{
    return static_cast<std::size_t>(std::ranges::count_if(glyph, [](std::uint8_t v) { return v > 127; }));
}

}  // namespace

class TstStrokeHabits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachFollowsItsSeed_data();
    void eachFollowsItsSeed();
    void eachKeepsTheFigure_data();
    void eachKeepsTheFigure();
    void eachIsTheSameWhereverItWasWritten_data();
    void eachIsTheSameWhereverItWasWritten();
    void takesDotsAndNothing();
    void ticksGoUp();
    void hooksBend();
    void liftsLeaveAGap();
    void liftsDetachABar();
    void loopsOpenAndFlatten();
    void reachMovesTheEnds();
    void dotsAndDoublesAreStrokesMore();
    void coarseLinesHaveFewPoints();
    void jitterStaysNearTheLine();
    void blobsAreThicker();
    void switchedOffDoesNothing();
    void someDrawingsGetEach();
    void othersDoNotChangeTheDraw();

private:
    static void habitRows(bool withForms);
};

void TstStrokeHabits::habitRows(bool withForms)
{
    QTest::addColumn<int>("habit");
    for (std::size_t i = 0; i < kPenHabits.size(); ++i)
        if (withForms || kPenHabits[i].habit != &PenHabits::forms)
            QTest::newRow(kPenHabits[i].name) << static_cast<int>(i);
}

void TstStrokeHabits::eachFollowsItsSeed_data()
{
    habitRows(false);
}

void TstStrokeHabits::eachFollowsItsSeed()
{
    QFETCH(int, habit);
    bool PenHabits::*const which = kPenHabits[static_cast<std::size_t>(habit)].habit;
    const Drawing drawing = which == &PenHabits::loops ? nought() : five();
    std::set<std::vector<double>> seen;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const Drawing other = withHabit(drawing, which, seed);
        QCOMPARE(withHabit(drawing, which, seed), other);
        QVERIFY(other != drawing);
        std::vector<double> numbers;
        for (const Stroke& stroke : other.strokes) {
            numbers.push_back(stroke.pen);
            for (const Point& point : stroke.points)
                numbers.insert(numbers.end(), {point.x, point.y});
        }
        seen.insert(numbers);
    }
    QVERIFY(seen.size() > 5);  // coarse: few numbers of points
}

void TstStrokeHabits::eachKeepsTheFigure_data()
{
    habitRows(true);
}

void TstStrokeHabits::eachKeepsTheFigure()
{
    QFETCH(int, habit);
    bool PenHabits::*const which = kPenHabits[static_cast<std::size_t>(habit)].habit;
    for (const Drawing& drawing : {one(), five(), nought()}) {
        const StrokeFrame before = frameOf(drawing);
        const auto ink = static_cast<double>(inkOf(normalize(drawing).glyph));
        for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
            const Drawing other = withHabit(drawing, which, seed);
            const StrokeFrame after = frameOf(other);
            QVERIFY(after.height > 0.6 * before.height && after.height < 1.5 * before.height);
            QVERIFY(after.width < before.width + 0.5 * before.height);
            QVERIFY(std::ranges::none_of(other.strokes, [](const Stroke& s) { return s.points.empty(); }));
            const auto inkNow = static_cast<double>(inkOf(normalize(other).glyph));
            QVERIFY2(inkNow > 0.4 * ink && inkNow < 2.5 * ink,
                     kPenHabits[static_cast<std::size_t>(habit)].name);
        }
    }
}

void TstStrokeHabits::eachIsTheSameWhereverItWasWritten_data()
{
    habitRows(true);
}

void TstStrokeHabits::eachIsTheSameWhereverItWasWritten()
{
    QFETCH(int, habit);
    bool PenHabits::*const which = kPenHabits[static_cast<std::size_t>(habit)].habit;
    Drawing far = five();
    const auto place = [](Point p) { return Point{1024 + 16 * p.x, 16 * p.y - 512}; };
    for (Stroke& stroke : far.strokes)
        std::ranges::transform(stroke.points, stroke.points.begin(), place);
    const Drawing a = withHabit(five(), which, 7);
    const Drawing b = withHabit(far, which, 7);
    QCOMPARE(a.strokes.size(), b.strokes.size());
    for (std::size_t i = 0; i < a.strokes.size(); ++i) {
        QCOMPARE(a.strokes[i].points.size(), b.strokes[i].points.size());
        for (std::size_t k = 0; k < a.strokes[i].points.size(); ++k) {
            const Point wanted = place(a.strokes[i].points[k]);
            const Point got = b.strokes[i].points[k];
            QVERIFY(std::hypot(wanted.x - got.x, wanted.y - got.y) < 1e-6);
        }
    }
}

void TstStrokeHabits::takesDotsAndNothing()
{
    const Drawing dot{{{{{5, 5}}, 1}}, {}};
    const Drawing bare{{{{}, 1}}, {}};
    const Drawing dash{{{{{0, 5}, {40, 5}}, 1}}, {}};
    for (const PenHabitName& entry : kPenHabits)
        for (std::uint64_t seed = 0; seed < 30; ++seed) {
            QCOMPARE(withHabit({}, entry.habit, seed), Drawing());
            QCOMPARE(withHabit(dot, entry.habit, seed), dot);
            QCOMPARE(withHabit(bare, entry.habit, seed), bare);
            QVERIFY(!normalize(withHabit(dash, entry.habit, seed)).empty);
        }
}

void TstStrokeHabits::ticksGoUp()
{
    int atEnd = 0;
    int toTheRight = 0;
    double shortest = 1;
    double longest = 0;
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        const StrokePoints points = withHabit(one(), &PenHabits::ticks, seed).strokes.front().points;
        QCOMPARE(points.size(), std::size_t(6));
        const bool end = points.front() == one().strokes.front().points.front();
        const Point from = end ? points[4] : points[0];
        const Point to = end ? points[5] : points[1];
        const double length = std::hypot(to.x - from.x, to.y - from.y) / 100;
        const double angle = std::atan2(from.y - to.y, std::abs(to.x - from.x)) * 180 / 3.14159265;
        QVERIFY(length >= 0.08 - 1e-9 && length <= 0.42 + 1e-9);
        QVERIFY(angle >= 35 - 1e-9);  // beyond 90 degrees it leans back
        shortest = std::min(shortest, length);
        longest = std::max(longest, length);
        atEnd += end ? 1 : 0;
        toTheRight += to.x > from.x ? 1 : 0;
    }
    QVERIFY(atEnd > 120 && atEnd < 190);
    QVERIFY(toTheRight > 110);
    QVERIFY(shortest < 0.09 && longest > 0.4);
}

void TstStrokeHabits::hooksBend()
{
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        const StrokePoints points = withHabit(one(), &PenHabits::hooks, seed).strokes.front().points;
        QCOMPARE(points.size(), std::size_t(5 + 8));
        const double more = (lengthOf(points) - lengthOf(one().strokes.front().points)) / 100;
        QVERIFY(more >= 0.08 - 1e-6 && more <= 0.42 + 1e-6);
        // none of its corners is sharp
        for (std::size_t i = 1; i + 1 < points.size(); ++i) {
            const double before = std::atan2(points[i].y - points[i - 1].y, points[i].x - points[i - 1].x);
            const double after = std::atan2(points[i + 1].y - points[i].y, points[i + 1].x - points[i].x);
            QVERIFY(std::abs(std::remainder(after - before, 6.283185307)) < 0.3);
        }
    }
}

void TstStrokeHabits::liftsLeaveAGap()
{
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        const Drawing other = withHabit(one(), &PenHabits::lifts, seed);
        QCOMPARE(other.strokes.size(), std::size_t(2));
        QCOMPARE(other.strokes[0].pen, 1.5);
        QCOMPARE(other.strokes[1].pen, 1.5);
        const double drawn = lengthOf(other.strokes[0].points) + lengthOf(other.strokes[1].points);
        QVERIFY(drawn > 73 && drawn < 93);
    }
}

void TstStrokeHabits::liftsDetachABar()
{
    int moved = 0;
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        const Drawing other = withHabit(five(), &PenHabits::lifts, seed);
        if (other.strokes.size() != 2)
            continue;
        ++moved;
        QCOMPARE(other.strokes[0], five().strokes[0]);
        QVERIFY(other.strokes[1] != five().strokes[1]);
        QCOMPARE(lengthOf(other.strokes[1].points), 38.0);
    }
    QVERIFY(moved > 60 && moved < 140);
}

void TstStrokeHabits::loopsOpenAndFlatten()
{
    int open = 0;
    int flat = 0;
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        const Drawing other = withHabit(nought(), &PenHabits::loops, seed);
        const bool narrow = frameOf(other).width < 0.87 * frameOf(nought()).width;
        open += gapOf(other.strokes.front()) > 6 ? 1 : 0;
        flat += narrow ? 1 : 0;
    }
    QVERIFY(open > 60 && flat > 60);
    QVERIFY(open + flat > 180);
    // where nothing is enclosed nothing changes
    QCOMPARE(withHabit(one(), &PenHabits::loops, 3), one());
}

void TstStrokeHabits::reachMovesTheEnds()
{
    bool longer = false;
    bool shorter = false;
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        const double height = frameOf(withHabit(one(), &PenHabits::reach, seed)).height;
        QVERIFY(height > 75 && height < 137);
        longer = longer || height > 115;
        shorter = shorter || height < 88;
    }
    QVERIFY(longer && shorter);
}

void TstStrokeHabits::dotsAndDoublesAreStrokesMore()
{
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        const Drawing dotted = withHabit(five(), &PenHabits::dots, seed);
        QCOMPARE(dotted.strokes.size(), std::size_t(3));
        QCOMPARE(dotted.strokes.back().points.size(), std::size_t(1));
        QVERIFY(frameOf(dotted).height <= 1.17 * frameOf(five()).height);
        const Drawing twice = withHabit(one(), &PenHabits::doubles, seed);
        QCOMPARE(twice.strokes.size(), std::size_t(2));
        QCOMPARE(twice.strokes.front(), one().strokes.front());
        QVERIFY(farthest(twice.strokes[1].points, one().strokes[0].points) < 6);
        QVERIFY(lengthOf(twice.strokes[1].points) > 28);
    }
}

void TstStrokeHabits::coarseLinesHaveFewPoints()
{
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        const StrokePoints points = withHabit(nought(), &PenHabits::coarse, seed).strokes.front().points;
        QVERIFY(points.size() >= 10 && points.size() <= 28);  // of 256 along the line
        QCOMPARE(points.front(), nought().strokes.front().points.front());
        QCOMPARE(points.back(), nought().strokes.front().points.back());
        QVERIFY(farthest(points, nought().strokes.front().points) < 1);
    }
}

void TstStrokeHabits::jitterStaysNearTheLine()
{
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        const StrokePoints points = withHabit(one(), &PenHabits::jitter, seed).strokes.front().points;
        QVERIFY(points.size() > 20);
        const double off = farthest(points, one().strokes.front().points);
        QVERIFY(off > 0.1 && off < 4.5);
    }
}

void TstStrokeHabits::blobsAreThicker()
{
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        const Drawing other = withHabit(one(), &PenHabits::blobs, seed);
        QVERIFY(other.strokes.size() == 2 || other.strokes.size() == 3);
        QCOMPARE(other.strokes.front(), one().strokes.front());
        for (std::size_t i = 1; i < other.strokes.size(); ++i) {
            QCOMPARE(other.strokes[i].points.size(), std::size_t(1));
            const double thick = other.strokes[i].pen / 1.5;
            QVERIFY(thick >= 1.4 && thick <= 2.2);
            QVERIFY(farthest(other.strokes[i].points, one().strokes.front().points) < 1);
        }
    }
}

void TstStrokeHabits::switchedOffDoesNothing()
{
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        QCOMPARE(withHabits(five(), habitsNamed({}), seed), five());
        QCOMPARE(withHabits(five(), habitsNamed({"forms"}), seed), five());
    }
}

void TstStrokeHabits::someDrawingsGetEach()
{
    constexpr std::uint64_t kDrawn = 3200;
    for (const PenHabitName& entry : kPenHabits) {
        if (entry.habit == &PenHabits::forms)
            continue;
        const Drawing drawing = entry.habit == &PenHabits::loops ? nought() : five();
        int changed = 0;
        for (std::uint64_t seed = 0; seed < kDrawn; ++seed)
            changed += withHabits(drawing, habitsNamed({entry.name}), seed) != drawing ? 1 : 0;
        const bool often = entry.habit == &PenHabits::loops || entry.habit == &PenHabits::lifts;
        const double wanted = kDrawn * (entry.habit == &PenHabits::ticks ? 0.25 : often ? 1.0 / 6 : 0.1);
        QVERIFY2(changed > 0.8 * wanted && changed < 1.2 * wanted, entry.name);
    }
    int changed = 0;
    for (std::uint64_t seed = 0; seed < kDrawn; ++seed)
        changed += withHabits(five(), {}, seed) != five() ? 1 : 0;
    QVERIFY(changed > 0.6 * kDrawn && changed < 0.83 * kDrawn);  // some as they were
}

void TstStrokeHabits::othersDoNotChangeTheDraw()
{
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        const Drawing alone = withHabits(five(), habitsNamed({"dots"}), seed);
        const Drawing beside = withHabits(five(), habitsNamed({"dots", "blobs"}), seed);
        QCOMPARE(alone.strokes.size() == 3, beside.strokes.size() >= 3 && beside.strokes[2].pen == 1.0);
    }
}

GLYPHSCOPE_TEST(TstStrokeHabits, Core)
#include "tst_stroke_habits.moc"
