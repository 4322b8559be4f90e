// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/composed_numbers.h"

#include <algorithm>
#include <limits>

namespace glyphscope {
namespace {

double between(double low, double high, std::mt19937_64& random)
{
    return std::uniform_real_distribution<double>(low, high)(random);
}

struct Reach {
    double left = std::numeric_limits<double>::infinity();
    double right = -std::numeric_limits<double>::infinity();
    double top = std::numeric_limits<double>::infinity();
    double bottom = -std::numeric_limits<double>::infinity();
};

Reach reachOf(const std::vector<Stroke>& strokes)
{
    Reach reach;
    for (const Stroke& stroke : strokes)
        for (const Point& p : stroke.points) {
            reach.left = std::min(reach.left, p.x);
            reach.right = std::max(reach.right, p.x);
            reach.top = std::min(reach.top, p.y);
            reach.bottom = std::max(reach.bottom, p.y);
        }
    return reach;
}

double heightOf(const LabelledDrawing& digit)
{
    const Reach reach = reachOf(digit.drawing.strokes);
    return reach.bottom - reach.top;
}

double usualHeight(const Hand& hand)
{
    std::vector<double> heights;
    for (const LabelledDrawing& digit : hand)
        heights.push_back(heightOf(digit));
    std::ranges::nth_element(heights, heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2));
    return std::max(1e-6, heights[heights.size() / 2]);
}

/// How one number is written; lengths are shares of a digit's height.
struct Manner {
    double slant = 0;
    double slope = 0;
    double least = 0;  ///< gap
    double most = 0;
    bool lateStrokes = false;
    bool joined = false;  ///< now and then the pen stays down from one digit to the next
};

Manner mannerOf(std::mt19937_64& random)
{
    Manner manner{between(-0.25, 0.25, random), between(-0.06, 0.06, random)};
    const double kind = between(0, 1, random);
    manner.least = kind < 0.4 ? 0.1 : kind < 0.75 ? -0.05 : -0.2;
    manner.most = kind < 0.4 ? 0.7 : kind < 0.75 ? 0.2 : 0.05;
    const double habit = between(0, 1, random);
    manner.lateStrokes = habit < 0.15;
    manner.joined = habit > 0.8;
    return manner;
}

/// A digit of height 1, more or less, upon the base line and with its left end at 0.
std::vector<Stroke> placed(const LabelledDrawing& digit, double height, const Manner& manner,
                           std::mt19937_64& random)
{
    const double own = std::max(1e-6, heightOf(digit));
    const double size = std::clamp(own / height, 0.75, 1.25) * between(0.9, 1.1, random) / own;
    const double lift = between(-0.08, 0.08, random);
    const Reach reach = reachOf(digit.drawing.strokes);
    std::vector<Stroke> strokes = digit.drawing.strokes;
    for (Stroke& stroke : strokes)
        for (Point& p : stroke.points) {
            const double y = (p.y - reach.bottom) * size;
            p = {(p.x - reach.left) * size - manner.slant * y, y + lift};
        }
    const double left = reachOf(strokes).left;
    for (Stroke& stroke : strokes)
        for (Point& p : stroke.points)
            p.x -= left;
    return strokes;
}

/// The first of `strokes` goes on where `before` ended.
void joinTo(Stroke& before, std::vector<Stroke>& strokes)
{
    constexpr int kPoints = 8;
    const Point from = before.points.back();
    const Point to = strokes.front().points.front();
    for (int i = 1; i < kPoints; ++i) {
        const double share = static_cast<double>(i) / kPoints;
        before.points.push_back({from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)});
    }
    before.points.insert(before.points.end(), strokes.front().points.begin(), strokes.front().points.end());
    strokes.erase(strokes.begin());
}

}  // namespace

LabelledDrawing composedNumber(const Hand& hand, int length, std::mt19937_64& random)
{
    std::uniform_int_distribution<std::size_t> any(0, hand.size() - 1);
    if (length == 1)
        return hand[any(random)];
    const Manner manner = mannerOf(random);
    const double height = usualHeight(hand);
    LabelledDrawing number;
    std::vector<Stroke> late;
    double x = 0;
    for (int i = 0; i < length; ++i) {
        const LabelledDrawing& digit = hand[any(random)];
        number.truth += digit.truth;
        std::vector<Stroke> strokes = placed(digit, height, manner, random);
        for (Stroke& stroke : strokes)
            for (Point& p : stroke.points)
                p = {100 * (p.x + x), 100 * (p.y + manner.slope * (p.x + x))};
        x = reachOf(strokes).right / 100 + between(manner.least, manner.most, random);
        if (manner.joined && i > 0 && between(0, 1, random) < 0.4)
            joinTo(number.drawing.strokes.back(), strokes);
        for (std::size_t s = 0; s < strokes.size(); ++s)
            (manner.lateStrokes && s > 0 ? late : number.drawing.strokes).push_back(std::move(strokes[s]));
    }
    number.drawing.strokes.insert(number.drawing.strokes.end(), late.begin(), late.end());
    return number;
}

}  // namespace glyphscope
