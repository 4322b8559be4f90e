// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/stroke_habits.h"

#include "model/preprocess/stroke_path.h"
#include "model/types/split_mix.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>
#include <optional>
#include <utility>

namespace glyphscope {
namespace {

constexpr double kDegree = std::numbers::pi / 180;
constexpr double kFine = 0.04;  // points of a line that is taken apart

bool chance(SplitMix64& random, double share)
{
    return random.between(0, 1) < share;
}

/// A stroke with a line to work on: the last one as likely as all others together.
std::optional<std::size_t> someLine(const Drawing& drawing, double least, SplitMix64& random)
{
    std::vector<std::size_t> lines;
    for (std::size_t i = 0; i < drawing.strokes.size(); ++i)
        if (lengthOf(drawing.strokes[i].points) >= least)
            lines.push_back(i);
    if (lines.empty())
        return std::nullopt;
    return chance(random, 0.5) ? lines.back() : lines[random.below(lines.size())];
}

void reverse(Stroke& stroke)
{
    std::ranges::reverse(stroke.points);
}

double tickLength(SplitMix64& random)
{
    return random.between(0.08, 0.42);
}

Drawing withTick(Drawing drawing, double unit, SplitMix64& random)
{
    const auto at = someLine(drawing, 0.2 * unit, random);
    if (!at)
        return drawing;
    StrokePoints& points = drawing.strokes[*at].points;
    const double length = tickLength(random) * unit;
    const double angle = random.between(35, 100) * kDegree;
    const double right = chance(random, 1.0 / 6) ? -1 : 1;
    const Point off{right * length * std::cos(angle), -length * std::sin(angle)};
    if (chance(random, 0.25))
        points.insert(points.begin(), {points.front().x - off.x, points.front().y - off.y});
    else
        points.push_back({points.back().x + off.x, points.back().y + off.y});
    return drawing;
}

Drawing withHook(Drawing drawing, double unit, SplitMix64& random)
{
    constexpr int kPoints = 8;
    const auto at = someLine(drawing, 0.2 * unit, random);
    if (!at)
        return drawing;
    Stroke& stroke = drawing.strokes[*at];
    const bool begins = chance(random, 0.25);
    if (begins)
        reverse(stroke);
    const double step = tickLength(random) * unit / kPoints;
    const double turn = random.between(35, 100) * kDegree * (chance(random, 0.5) ? 1 : -1);
    const Point along = directionAtEnd(stroke.points, 0.1 * unit);
    const double start = std::atan2(along.y, along.x);
    Point tip = stroke.points.back();
    for (int i = 1; i <= kPoints; ++i) {
        const double angle = start + turn * i / kPoints;
        tip = {tip.x + step * std::cos(angle), tip.y + step * std::sin(angle)};
        stroke.points.push_back(tip);
    }
    if (begins)
        reverse(stroke);
    return drawing;
}

/// Where the line turns the most, as a length along it, if it turns by 50 degrees or more somewhere amid it.
std::optional<double> sharpestCorner(const StrokePoints& line)
{
    constexpr std::size_t kReach = 3;
    const double step = lengthOf(line) / static_cast<double>(std::max<std::size_t>(1, line.size() - 1));
    double most = 50 * kDegree;
    std::optional<double> where;
    for (std::size_t i = kReach; i + kReach < line.size(); ++i) {
        const double before = std::atan2(line[i].y - line[i - kReach].y, line[i].x - line[i - kReach].x);
        const double after = std::atan2(line[i + kReach].y - line[i].y, line[i + kReach].x - line[i].x);
        const double turn = std::abs(std::remainder(after - before, 2 * std::numbers::pi));
        if (turn > most) {
            most = turn;
            where = step * static_cast<double>(i);
        }
    }
    return where;
}

void shift(Stroke& stroke, double most, SplitMix64& random)
{
    const Point by{random.between(-most, most), random.between(-most, most)};
    for (Point& point : stroke.points)
        point = {point.x + by.x, point.y + by.y};
}

Drawing withDetachedStroke(Drawing drawing, double unit, SplitMix64& random)
{
    const auto byLength = [](const Stroke& a, const Stroke& b) {
        return lengthOf(a.points) < lengthOf(b.points);
    };
    const auto longest = static_cast<std::size_t>(
        std::distance(drawing.strokes.begin(), std::ranges::max_element(drawing.strokes, byLength)));
    const std::size_t other =
        (longest + 1 + random.below(drawing.strokes.size() - 1)) % drawing.strokes.size();
    shift(drawing.strokes[other], 0.14 * unit, random);
    return drawing;
}

Drawing withLift(Drawing drawing, double unit, SplitMix64& random)
{
    if (drawing.strokes.size() > 1 && chance(random, 0.5))
        return withDetachedStroke(std::move(drawing), unit, random);
    const auto at = someLine(drawing, 0.6 * unit, random);
    if (!at)
        return drawing;
    const Stroke whole = drawing.strokes[*at];
    const StrokePoints line = evenly(whole.points, kFine * unit);
    const double length = lengthOf(line);
    const double anywhere = random.between(0.25, 0.75) * length;
    const double where = chance(random, 0.7) ? std::clamp(sharpestCorner(line).value_or(anywhere),
                                                          0.12 * length, 0.88 * length)
                                             : anywhere;
    const double gap = std::min(random.between(0.08, 0.26) * unit, 0.25 * length);
    Stroke first{partOf(line, 0, where - gap / 2), whole.pen};
    Stroke second{partOf(line, where + gap / 2, length), whole.pen};
    shift(lengthOf(first.points) < lengthOf(second.points) ? first : second, 0.06 * unit, random);
    drawing.strokes[*at] = std::move(first);
    drawing.strokes.insert(drawing.strokes.begin() + static_cast<std::ptrdiff_t>(*at) + 1, std::move(second));
    return drawing;
}

/// Narrows the loop across the line from where it closes to its farthest point.
void flatten(StrokePoints& line, const StrokeLoop& loop, double share)
{
    const Point knot = line[loop.first];
    const auto begin = line.begin() + static_cast<std::ptrdiff_t>(loop.first);
    const auto end = line.begin() + static_cast<std::ptrdiff_t>(loop.last) + 1;
    const auto away = [knot](const Point& p) { return std::hypot(p.x - knot.x, p.y - knot.y); };
    const Point top =
        *std::max_element(begin, end, [&away](const Point& a, const Point& b) { return away(a) < away(b); });
    const double reach = away(top);
    if (!(reach > 0))
        return;
    const Point axis{(top.x - knot.x) / reach, (top.y - knot.y) / reach};
    std::for_each(begin, end, [&](Point& p) {
        const double across = (p.y - knot.y) * axis.x - (p.x - knot.x) * axis.y;
        const double less = (share - 1) * across;
        p = {p.x - less * axis.y, p.y + less * axis.x};
    });
}

Drawing withLoop(Drawing drawing, double unit, SplitMix64& random)
{
    const double share = random.between(0.25, 0.7);
    const double missing = random.between(0.08, 0.28);
    const bool opens = chance(random, 0.5);
    for (Stroke& stroke : drawing.strokes) {
        const StrokePoints line = evenly(stroke.points, kFine * unit);
        const StrokeLoop loop = loopOf(line, 0.12 * unit, 0.45 * unit);
        if (loop.last == 0)
            continue;
        const double length = lengthOf(line);
        const double step = length / static_cast<double>(line.size() - 1);
        const double cut = missing * step * static_cast<double>(loop.last - loop.first);
        const double before = step * static_cast<double>(loop.first);
        const double behind = length - step * static_cast<double>(loop.last);
        constexpr double kNearEnd = 0.1;
        if (opens && behind <= kNearEnd * length) {
            stroke.points = partOf(line, 0, length - behind - cut);
        } else if (opens && before <= kNearEnd * length) {
            stroke.points = partOf(line, before + cut, length);
        } else {
            const bool all = before + behind <= kNearEnd * length;  // an eight would become a one
            stroke.points = line;
            flatten(stroke.points, loop, all ? (1 + share) / 2 : share);
        }
    }
    return drawing;
}

/// The end of the stroke too late or too early.
void misplaceEnd(Stroke& stroke, double unit, SplitMix64& random)
{
    const double length = lengthOf(stroke.points);
    const double over = random.between(0.05, 0.18) * unit;
    const double under = std::min(random.between(0.03, 0.12) * unit, length / 4);
    if (chance(random, 0.5)) {
        stroke.points = partOf(stroke.points, 0, length - under);
        return;
    }
    const Point along = directionAtEnd(stroke.points, 0.1 * unit);
    stroke.points.push_back(
        {stroke.points.back().x + over * along.x, stroke.points.back().y + over * along.y});
}

Drawing withReach(Drawing drawing, double unit, SplitMix64& random)
{
    const auto at = someLine(drawing, 0.2 * unit, random);
    if (!at)
        return drawing;
    Stroke& stroke = drawing.strokes[*at];
    misplaceEnd(stroke, unit, random);
    reverse(stroke);
    misplaceEnd(stroke, unit, random);
    reverse(stroke);
    return drawing;
}

Drawing withDot(Drawing drawing, double unit, SplitMix64& random)
{
    const StrokeFrame frame = frameOf(drawing);
    const double outside = 0.08 * unit;
    const double x = random.between(-frame.width / 2 - outside, frame.width / 2 + outside);
    const double y = random.between(-frame.height / 2 - outside, frame.height / 2 + outside);
    drawing.strokes.push_back({{{frame.x + x, frame.y + y}}, drawing.strokes.front().pen});
    return drawing;
}

Drawing withDouble(Drawing drawing, double unit, SplitMix64& random)
{
    const auto at = someLine(drawing, 0.2 * unit, random);
    if (!at)
        return drawing;
    const Stroke& whole = drawing.strokes[*at];
    const double length = lengthOf(whole.points);
    const double share = random.between(0.3, 1);
    const double begin = random.between(0, 1 - share) * length;
    Stroke again{evenly(partOf(whole.points, begin, begin + share * length), kFine * unit), whole.pen};
    const double angle = random.between(0, 2 * std::numbers::pi);
    const double beside = random.between(0.015, 0.05) * unit;
    for (Point& point : again.points)
        point = {point.x + beside * std::cos(angle), point.y + beside * std::sin(angle)};
    if (chance(random, 0.5))
        reverse(again);
    drawing.strokes.push_back(std::move(again));
    return drawing;
}

Drawing withCoarsePoints(Drawing drawing, double unit, SplitMix64& random)
{
    const double step = random.between(0.1, 0.28) * unit;
    for (Stroke& stroke : drawing.strokes)
        stroke.points = evenly(stroke.points, step);
    return drawing;
}

Drawing withJitter(Drawing drawing, double unit, SplitMix64& random)
{
    const double most = random.between(0.01, 0.03) * unit;
    for (Stroke& stroke : drawing.strokes) {
        stroke.points = evenly(stroke.points, kFine * unit);
        for (Point& point : stroke.points)
            point = {point.x + random.between(-most, most), point.y + random.between(-most, most)};
    }
    return drawing;
}

Drawing withBlobs(Drawing drawing, double unit, SplitMix64& random)
{
    const auto at = someLine(drawing, 0.2 * unit, random);
    if (!at)
        return drawing;
    const Stroke stroke = drawing.strokes[*at];
    const double pen = stroke.pen * random.between(1.4, 2.2);
    const std::size_t kind = random.below(4);
    if (kind == 0) {
        const StrokePoints line = evenly(stroke.points, kFine * unit);
        const double where = sharpestCorner(line).value_or(0);
        drawing.strokes.push_back({{partOf(line, where, lengthOf(line)).front()}, pen});
        return drawing;
    }
    if (kind != 1)
        drawing.strokes.push_back({{stroke.points.back()}, pen});
    if (kind != 2)
        drawing.strokes.push_back({{stroke.points.front()}, pen});
    return drawing;
}

using Habit = Drawing (*)(Drawing, double, SplitMix64&);

struct HabitMaker {
    bool PenHabits::*habit;
    double share;  // of the drawings that get it
    Habit make;
};

// in the order in which they are put on: what changes the lines first, what redraws them last
constexpr HabitMaker kMakers[] = {
    {&PenHabits::loops, 1.0 / 6, withLoop}, {&PenHabits::reach, 0.1, withReach},
    {&PenHabits::ticks, 0.25, withTick},    {&PenHabits::hooks, 0.1, withHook},
    {&PenHabits::lifts, 1.0 / 6, withLift}, {&PenHabits::doubles, 0.1, withDouble},
    {&PenHabits::dots, 0.1, withDot},       {&PenHabits::coarse, 0.1, withCoarsePoints},
    {&PenHabits::jitter, 0.1, withJitter},  {&PenHabits::blobs, 0.1, withBlobs}};

/// 0 where there is nothing to draw on.
double unitOf(const Drawing& drawing)
{
    const StrokeFrame frame = frameOf(drawing);
    return std::max(frame.height, frame.size / 2);
}

}  // namespace

Drawing withHabit(const Drawing& drawing, bool PenHabits::*habit, std::uint64_t seed)
{
    const double unit = unitOf(drawing);
    const auto* const maker = std::ranges::find(kMakers, habit, &HabitMaker::habit);
    if (!(unit > 0) || maker == std::end(kMakers))
        return drawing;
    SplitMix64 random(seed);
    return maker->make(drawing, unit, random);
}

Drawing withHabits(const Drawing& drawing, const PenHabits& habits, std::uint64_t seed)
{
    Drawing result = drawing;
    std::uint64_t stream = 0;
    for (const HabitMaker& maker : kMakers) {
        SplitMix64 random(mixSeed(seed, stream++));
        if (habits.*maker.habit && chance(random, maker.share))
            result = withHabit(result, maker.habit, random.next());
    }
    return result;
}

}  // namespace glyphscope
