// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/atom_pairs.h"

#include <cmath>

namespace glyphscope {
namespace {

constexpr int kPointsCompared = 40;
constexpr double kDeepestCrossing = 0.5;

double distanceToSegment(const Point& p, const Point& a, const Point& b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double square = dx * dx + dy * dy;
    const double along =
        square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0.0;
    return std::hypot(p.x - a.x - along * dx, p.y - a.y - along * dy);
}

double fromPoints(const std::vector<Point>& points, const std::vector<Point>& line)
{
    double least = std::numeric_limits<double>::infinity();
    for (const Point& p : points) {
        if (line.size() == 1)
            least = std::min(least, std::hypot(p.x - line[0].x, p.y - line[0].y));
        for (std::size_t i = 0; i + 1 < line.size(); ++i)
            least = std::min(least, distanceToSegment(p, line[i], line[i + 1]));
    }
    return least;
}

/// The length of a line up to each of its points.
std::vector<double> lengthsOf(const std::vector<Point>& line)
{
    std::vector<double> lengths(line.size());
    for (std::size_t i = 1; i < line.size(); ++i)
        lengths[i] = lengths[i - 1] + std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    return lengths;
}

/// Where segment ab meets segment cd, as shares of both.
std::optional<Point> crossing(const Point& a, const Point& b, const Point& c, const Point& d)
{
    const double across = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
    if (across == 0)
        return std::nullopt;
    const double s = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / across;
    const double t = ((c.x - a.x) * (b.y - a.y) - (c.y - a.y) * (b.x - a.x)) / across;
    if (!(s >= 0 && s <= 1 && t >= 0 && t <= 1))
        return std::nullopt;
    return Point{s, t};
}

/// How far the nearest end is from the crossing that is farthest from all, or, if that is more, how far apart
/// two crossings are along either line; 0 where there is none.
double deepestCrossing(const std::vector<Point>& a, const std::vector<Point>& b)
{
    const std::vector<double> alongA = lengthsOf(a);
    const std::vector<double> alongB = lengthsOf(b);
    double deepest = 0;
    InkBounds between;  // the crossings, x along a and y along b
    for (std::size_t i = 0; i + 1 < a.size(); ++i)
        for (std::size_t k = 0; k + 1 < b.size(); ++k) {
            const auto at = crossing(a[i], a[i + 1], b[k], b[k + 1]);
            if (!at)
                continue;
            const double s = alongA[i] + at->x * (alongA[i + 1] - alongA[i]);
            const double t = alongB[k] + at->y * (alongB[k + 1] - alongB[k]);
            deepest = std::max(deepest, std::min({s, alongA.back() - s, t, alongB.back() - t}));
            between.add({s, s, t, t});
        }
    return between.empty() ? 0 : std::max(deepest, std::min(between.width(), between.height()));
}

}  // namespace

std::vector<Point> lineOf(const Drawing& drawing, const std::vector<StrokePiece>& pieces)
{
    std::vector<Point> line;
    for (const StrokePiece& piece : pieces) {
        const auto& points = drawing.strokes[static_cast<std::size_t>(piece.stroke)].points;
        const int step = std::max(1, (piece.end - piece.first) / kPointsCompared);
        const auto add = [&](int i) {
            if (const Point& p = points[static_cast<std::size_t>(i)]; isThere(p))
                line.push_back(p);
        };
        for (int i = piece.first; i < piece.end - 1; i += step)
            add(i);
        add(piece.end - 1);
    }
    return line;
}

double distanceOf(const std::vector<Point>& a, const std::vector<Point>& b)
{
    return std::min(fromPoints(a, b), fromPoints(b, a));
}

AtomPairs::AtomPairs(const Drawing& drawing, const std::vector<InkAtom>& atoms, double height)
    : m_drawing(drawing)
    , m_atoms(atoms)
    , m_height(height)
    , m_lines(atoms.size())
    , m_pairs(atoms.size() * atoms.size())
{
}

const std::vector<Point>& AtomPairs::line(int index)
{
    auto& line = m_lines[static_cast<std::size_t>(index)];
    if (line.empty())
        line = lineOf(m_drawing, m_atoms[static_cast<std::size_t>(index)].pieces);
    return line;
}

const AtomPair& AtomPairs::of(int a, int b)
{
    if (a > b)
        std::swap(a, b);
    auto& pair = m_pairs[static_cast<std::size_t>(a) * m_atoms.size() + static_cast<std::size_t>(b)];
    if (!pair && (line(a).empty() || line(b).empty())) {
        const InkBounds& one = m_atoms[static_cast<std::size_t>(a)].bounds;
        const InkBounds& other = m_atoms[static_cast<std::size_t>(b)].bounds;
        const double down = std::max(one.top, other.top) - std::min(one.bottom, other.bottom);
        const double apart = std::hypot(std::max(0.0, one.gapTo(other)), std::max(0.0, down));
        pair = AtomPair{std::min(1.0, apart / m_height), 0};
    }
    if (!pair) {
        const double crossed = deepestCrossing(line(a), line(b));
        const double apart = crossed > 0 ? 0 : distanceOf(line(a), line(b));
        pair = AtomPair{std::min(1.0, apart / m_height), std::min(kDeepestCrossing, crossed / m_height)};
    }
    return *pair;
}

}  // namespace glyphscope
