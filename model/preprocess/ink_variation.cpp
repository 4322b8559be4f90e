// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/ink_variation.h"

#include "model/types/split_mix.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

namespace glyphscope {
namespace {

constexpr double kTurn = 2 * std::numbers::pi;

struct Frame {
    double x = 0;  // centre
    double y = 0;
    double size = 0;  // longer side
};

Frame frameOf(const Drawing& drawing)
{
    constexpr double kInfinite = std::numeric_limits<double>::infinity();
    double left = kInfinite;
    double top = kInfinite;
    double right = -kInfinite;
    double bottom = -kInfinite;
    for (const Stroke& stroke : drawing.strokes)
        for (const Point& point : stroke.points) {
            left = std::min(left, point.x);
            right = std::max(right, point.x);
            top = std::min(top, point.y);
            bottom = std::max(bottom, point.y);
        }
    if (!(left <= right) || !std::isfinite(right - left) || !std::isfinite(bottom - top))
        return {};
    return {(left + right) / 2, (top + bottom) / 2, std::max(right - left, bottom - top)};
}

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

}  // namespace

Drawing varied(const Drawing& drawing, std::uint64_t seed, const InkVariation& how)
{
    const Frame frame = frameOf(drawing);
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
