// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/stroke_path.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace glyphscope {
namespace {

double between(Point a, Point b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

Point towards(Point a, Point b, double share)
{
    return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

/// The farthest that the points get from the first of them.
double farthestFrom(const StrokePoints& points, std::size_t first, std::size_t last)
{
    double most = 0;
    for (std::size_t i = first; i <= last; ++i)
        most = std::max(most, between(points[first], points[i]));
    return most;
}

}  // namespace

StrokeFrame frameOf(const Drawing& drawing)
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
    const double width = right - left;
    const double height = bottom - top;
    return {(left + right) / 2, (top + bottom) / 2, width, height, std::max(width, height)};
}

double lengthOf(const StrokePoints& points)
{
    double length = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        length += between(points[i - 1], points[i]);
    return length;
}

StrokePoints evenly(const StrokePoints& points, double step)
{
    constexpr double kMostPoints = 10'000;
    const double length = lengthOf(points);
    if (!(length > 0) || !std::isfinite(length))
        return points;
    const auto count = static_cast<std::size_t>(std::clamp(std::ceil(length / step), 1.0, kMostPoints));
    StrokePoints result{points.front()};
    double passed = 0;
    std::size_t at = 1;
    for (std::size_t i = 1; i < count; ++i) {
        const double wanted = length * static_cast<double>(i) / static_cast<double>(count);
        while (at + 1 < points.size() && passed + between(points[at - 1], points[at]) < wanted) {
            passed += between(points[at - 1], points[at]);
            ++at;
        }
        const double segment = between(points[at - 1], points[at]);
        const double share = segment > 0 ? std::min(1.0, (wanted - passed) / segment) : 0;
        result.push_back(towards(points[at - 1], points[at], share));
    }
    result.push_back(points.back());
    return result;
}

StrokePoints partOf(const StrokePoints& points, double begin, double end)
{
    StrokePoints part;
    double passed = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double segment = between(points[i - 1], points[i]);
        const double next = passed + segment;
        if (segment > 0 && next >= begin && passed <= end) {
            if (part.empty())
                part.push_back(towards(points[i - 1], points[i], std::max(0.0, (begin - passed) / segment)));
            part.push_back(towards(points[i - 1], points[i], std::min(1.0, (end - passed) / segment)));
        }
        passed = next;
    }
    return part.empty() ? points : part;
}

Point directionAtEnd(const StrokePoints& points, double reach)
{
    if (points.empty())
        return {};
    double passed = 0;
    std::size_t from = points.size() - 1;
    while (from > 0 && passed < reach) {
        passed += between(points[from - 1], points[from]);
        --from;
    }
    const double length = between(points[from], points.back());
    if (!(length > 0))
        return {};
    return {(points.back().x - points[from].x) / length, (points.back().y - points[from].y) / length};
}

StrokeLoop loopOf(const StrokePoints& points, double nearest, double around)
{
    StrokeLoop best;
    if (points.size() < 3)
        return best;
    const double step = lengthOf(points) / static_cast<double>(points.size() - 1);
    if (!(step > 0))
        return best;
    const auto apart = static_cast<std::size_t>(std::ceil(around / step));
    double closest = nearest;
    for (std::size_t i = 0; i < points.size(); ++i)
        for (std::size_t k = i + std::max<std::size_t>(apart, 2); k < points.size(); ++k) {
            const double distance = between(points[i], points[k]);
            if (distance < closest && farthestFrom(points, i, k) > around / 6) {
                closest = distance;
                best = {i, k};
            }
        }
    return best;
}

}  // namespace glyphscope
