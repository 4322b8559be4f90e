// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/ink_variation.h"

#include "model/preprocess/stroke_path.h"
#include "model/types/split_mix.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace glyphscope {
namespace {

constexpr double kTurn = 2 * std::numbers::pi;

/// A smooth displacement along one axis: two long waves across the figure.
class Waves {
public:
    Waves(SplitMix64& random, double amplitude)
    {
        for (Wave& wave : m_waves)
            wave = {random.between(-1.2, 1.2), random.between(-1.2, 1.2), random.between(0, 1),
                    amplitude * random.between(0, 0.5)};
    }

    [[nodiscard]] double at(double u, double v) const
    {
        double sum = 0;
        for (const Wave& wave : m_waves)
            sum += wave.amplitude * std::sin(kTurn * (wave.across * u + wave.down * v + wave.phase));
        return sum;
    }

private:
    struct Wave {
        double across = 0;
        double down = 0;
        double phase = 0;
        double amplitude = 0;
    };
    std::array<Wave, 2> m_waves;
};

Stroke loops(SplitMix64& random)
{
    Stroke stroke;
    const double turns = random.between(3, 9);
    const double slow = random.between(0.15, 0.45);
    const double phase = random.between(0, kTurn);
    const double other = random.between(0, kTurn);
    const double drift = random.between(0.2, 1.2);
    const int points = static_cast<int>(turns * 24);
    for (int i = 0; i <= points; ++i) {
        const double t = static_cast<double>(i) / points;
        const double a = kTurn * turns * t;
        const double wide = 1 + 0.6 * std::sin(kTurn * slow * turns * t + other);
        stroke.points.push_back({wide * std::cos(a) + 2 * drift * (t - 0.5),
                                 wide * std::sin(a + phase) + drift * std::sin(slow * a)});
    }
    return stroke;
}

Stroke hatching(SplitMix64& random)
{
    Stroke stroke;
    const double slant = random.between(0, kTurn);
    const int lines = 5 + static_cast<int>(random.below(7));
    for (int i = 0; i < lines; ++i) {
        const double along = random.between(0.7, 1.1) * (i % 2 == 0 ? 1 : -1);
        const double across = 2.0 * i / (lines - 1) - 1 + random.between(-0.06, 0.06);
        stroke.points.push_back({along * std::cos(slant) - across * std::sin(slant),
                                 along * std::sin(slant) + across * std::cos(slant)});
    }
    return stroke;
}

Stroke line(SplitMix64& random)
{
    Stroke stroke;
    for (int i = 0; i < 2 + static_cast<int>(random.below(2)); ++i)
        stroke.points.push_back({random.between(-1, 1), random.between(-1, 1)});
    return stroke;
}

Drawing withStroke(Drawing drawing, Point from, Point to)
{
    drawing.strokes.push_back({{from, to}, drawing.strokes.front().pen});
    return drawing;
}

/// A zero, slashed upwards to the right or barred across its middle.
Drawing withSlash(const Drawing& zero, const StrokeFrame& frame, SplitMix64& random)
{
    const bool bar = random.below(3) == 0;
    const double reach = random.between(0.42, 0.75);
    const double across = reach * frame.width;
    const double up = bar ? random.between(-0.1, 0.1) * frame.height : reach * frame.height;
    const double x = frame.x + random.between(-0.08, 0.08) * frame.width;
    const double y = frame.y + random.between(-0.1, 0.1) * frame.height;
    return withStroke(zero, {x - across, y + up}, {x + across, y - up});
}

/// From its tip up to `top`: straight, or bent as where pen and stem are one; a short one may lie nearly
/// flat.
Stroke flagOf(const Point& top, const StrokeFrame& frame, double pen, SplitMix64& random)
{
    const double length = random.between(0.2, 0.65) * frame.height;
    const double flattest = length < 0.4 * frame.height ? 82 : 65;
    const double angle = random.between(20, flattest) * std::numbers::pi / 180;  // from the upright
    const Point tip{top.x - length * std::sin(angle), top.y + length * std::cos(angle)};
    const double bend = random.below(2) == 0 ? 0 : random.between(-0.25, 0.25) * length;
    const Point middle{(tip.x + top.x) / 2 - bend * std::cos(angle),
                       (tip.y + top.y) / 2 - bend * std::sin(angle)};
    Stroke flag{{tip, middle, top}, pen};
    if (random.below(4) == 0)  // the pen came down with a tick
        flag.points.insert(flag.points.begin(), {tip.x - random.between(-0.03, 0.05) * frame.height,
                                                 tip.y + random.between(0.05, 0.15) * frame.height});
    return flag;
}

/// Below the stem; on its left, on its right or on both sides.
Stroke footOf(const Point& bottom, const StrokeFrame& frame, double pen, SplitMix64& random)
{
    const std::size_t kind = random.below(5);  // three of them on both sides
    const double left = (kind == 0 ? 0 : random.between(0.12, 0.4)) * frame.height;
    const double right = (kind == 1 ? 0 : random.between(0.12, 0.4)) * frame.height;
    const double slope = random.between(-0.25, 0.12);
    return {{{bottom.x - left, bottom.y - slope * left}, {bottom.x + right, bottom.y + slope * right}}, pen};
}

/// An upright one with a flag at its upper end, a foot at its lower end, or both.
Drawing withFlagAndFoot(const Drawing& one, const StrokeFrame& frame, SplitMix64& random)
{
    if (frame.width > 0.45 * frame.height)
        return one;
    const Stroke& stem = one.strokes.front();
    const auto [top, bottom] = std::ranges::minmax_element(stem.points, {}, &Point::y);
    Drawing result = one;
    const std::size_t kind = random.below(4);  // two of them a flag alone
    if (kind != 0)
        result.strokes.push_back(flagOf(*top, frame, stem.pen, random));
    if (kind <= 1)
        result.strokes.push_back(footOf(*bottom, frame, stem.pen, random));
    return result;
}

/// A seven with a bar across its stem.
Drawing withBar(const Drawing& seven, const StrokeFrame& frame, SplitMix64& random)
{
    const double height = frame.y + random.between(-0.08, 0.12) * frame.height;
    const auto& points = seven.strokes.front().points;
    const auto near = std::ranges::min_element(
        points.begin() + static_cast<std::ptrdiff_t>(points.size() / 2), points.end(), {},
        [height](const Point& point) { return std::abs(point.y - height); });
    const double reach = random.between(0.18, 0.32) * frame.height;
    const double tilt = random.between(-0.06, 0.06) * frame.height;
    return withStroke(seven, {near->x - reach, near->y + tilt}, {near->x + reach, near->y - tilt});
}

}  // namespace

Drawing varied(const Drawing& drawing, std::uint64_t seed, const InkVariation& how)
{
    const StrokeFrame frame = frameOf(drawing);
    SplitMix64 random(seed);
    const auto either = [&random](double most) { return random.between(-most, most); };
    const double angle = either(how.rotation) * std::numbers::pi / 180;
    const double shear = either(how.shear);
    const double wide = 1 + either(how.stretch);
    const double tall = 1 + either(how.stretch);
    const Waves bendX(random, how.bend);
    const Waves bendY(random, how.bend);
    // as likely half as twice as thick
    const double pen = std::exp(random.between(std::log(how.thinnest), std::log(how.thickest)));

    Drawing result = drawing;
    for (Stroke& stroke : result.strokes)
        stroke.pen *= pen;
    if (frame.size <= 0)
        return result;
    for (Stroke& stroke : result.strokes)
        for (Point& point : stroke.points) {
            const double u = (point.x - frame.x) / frame.size;
            const double v = (point.y - frame.y) / frame.size;
            const double x = wide * u - shear * v + bendX.at(u, v);
            const double y = tall * v + bendY.at(u, v);
            point = {frame.x + frame.size * (x * std::cos(angle) - y * std::sin(angle)),
                     frame.y + frame.size * (x * std::sin(angle) + y * std::cos(angle))};
        }
    return result;
}

Drawing withPenHabit(const Drawing& drawing, int digit, std::uint64_t seed)
{
    const StrokeFrame frame = frameOf(drawing);
    SplitMix64 random(seed);
    if (drawing.strokes.size() != 1 || frame.size <= 0 || random.between(0, 1) < 0.5)
        return drawing;
    switch (digit) {
    case 0:
        return withSlash(drawing, frame, random);
    case 1:
        return withFlagAndFoot(drawing, frame, random);
    case 7:
        return withBar(drawing, frame, random);
    default:
        return drawing;
    }
}

Drawing scribble(std::uint64_t seed)
{
    SplitMix64 random(seed);
    Drawing drawing;
    const std::size_t kind = random.below(3);
    if (kind == 0) {
        drawing.strokes.push_back(loops(random));
    } else if (kind == 1) {
        drawing.strokes.push_back(hatching(random));
    } else {
        const std::size_t count = 4 + random.below(5);
        for (std::size_t i = 0; i < count; ++i)
            drawing.strokes.push_back(line(random));
    }
    return varied(drawing, random.next());
}

}  // namespace glyphscope
