// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ink_edit.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace glyphscope {
namespace {

constexpr double kLongestRounding = 12;  // drawing units that a curve may leave its corner by
constexpr double kDotLength = 1e-3;      // QPainterPath drops a line without any length
constexpr double kShortestPiece = 1e-6;  // what floating point leaves of a stroke cut twice at one place

Point operator+(Point a, Point b)
{
    return {a.x + b.x, a.y + b.y};
}
Point operator-(Point a, Point b)
{
    return {a.x - b.x, a.y - b.y};
}
Point operator*(double k, Point a)
{
    return {k * a.x, k * a.y};
}
double dot(Point a, Point b)
{
    return a.x * b.x + a.y * b.y;
}
double cross(Point a, Point b)
{
    return a.x * b.y - a.y * b.x;
}
double length(Point a)
{
    return std::hypot(a.x, a.y);
}
Point between(Point a, Point b)
{
    return 0.5 * (a + b);
}
QPointF toQt(Point p)
{
    return {p.x, p.y};
}

struct Extent {
    double left = std::numeric_limits<double>::infinity();
    double top = left;
    double right = -left;
    double bottom = -left;

    void add(Point p)
    {
        left = std::min(left, p.x);
        right = std::max(right, p.x);
        top = std::min(top, p.y);
        bottom = std::max(bottom, p.y);
    }
    [[nodiscard]] bool empty() const { return left > right; }
    [[nodiscard]] double side() const { return std::max(right - left, bottom - top); }
    [[nodiscard]] bool meets(const Extent& other, double distance) const
    {
        return left - distance <= other.right && other.left <= right + distance &&
               top - distance <= other.bottom && other.top <= bottom + distance;
    }
    [[nodiscard]] QRectF grown(double by) const
    {
        return QRectF(QPointF(left - by, top - by), QPointF(right + by, bottom + by));
    }
};

Extent extentOf(const std::vector<Point>& points)
{
    Extent extent;
    for (const Point p : points)
        extent.add(p);
    return extent;
}

Extent extentOf(const Drawing& drawing)
{
    Extent extent;
    for (const Stroke& stroke : drawing.strokes)
        for (const Point p : stroke.points)
            extent.add(p);
    if (drawing.picture) {
        const Picture& picture = *drawing.picture;
        extent.add({picture.x, picture.y});
        extent.add({picture.x + picture.width, picture.y + picture.height});
    }
    return extent;
}

/// A part of a segment, 0 its start and 1 its end.
struct Span {
    double from = 1;
    double to = 0;

    [[nodiscard]] bool empty() const { return !(from < to); }
    [[nodiscard]] Span hull(Span other) const
    {
        if (empty())
            return other;
        return other.empty() ? *this : Span{std::min(from, other.from), std::max(to, other.to)};
    }
    [[nodiscard]] Span meet(Span other) const { return {std::max(from, other.from), std::min(to, other.to)}; }
};

/// Where start + t direction is less than `radius` away from `centre`.
Span insideDisc(Point start, Point direction, Point centre, double radius)
{
    const Point offset = start - centre;
    const double a = dot(direction, direction);
    const double b = dot(offset, direction);
    const double discriminant = b * b - a * (dot(offset, offset) - radius * radius);
    if (discriminant <= 0)
        return {};
    const double root = std::sqrt(discriminant);
    return {(-b - root) / a, (-b + root) / a};
}

/// Where position + t speed lies in (low, high).
Span insideSlab(double position, double speed, double low, double high)
{
    if (speed == 0) {
        constexpr double kEverywhere = std::numeric_limits<double>::infinity();
        return position > low && position < high ? Span{-kEverywhere, kEverywhere} : Span{};
    }
    const double t0 = (low - position) / speed;
    const double t1 = (high - position) / speed;
    return {std::min(t0, t1), std::max(t0, t1)};
}

/// Where the segment a-b runs inside the capsule around c-d. The capsule is convex, so that is one span.
Span insideCapsule(Point a, Point b, Point c, Point d, double radius)
{
    const Point direction = b - a;
    const Point axis = d - c;
    const double axisLength = length(axis);
    if (direction == Point{}) {
        const double t = axisLength > 0 ? std::clamp(dot(a - c, axis) / dot(axis, axis), 0.0, 1.0) : 0.0;
        return length(a - (c + t * axis)) < radius ? Span{0, 1} : Span{};
    }
    Span inside = insideDisc(a, direction, c, radius);
    if (axisLength > 0) {
        const Point unit = (1 / axisLength) * axis;
        const Span along = insideSlab(dot(a - c, unit), dot(direction, unit), 0, axisLength);
        const Span across = insideSlab(cross(unit, a - c), cross(unit, direction), -radius, radius);
        inside = inside.hull(insideDisc(a, direction, d, radius)).hull(along.meet(across));
    }
    return inside.meet({0, 1});
}

/// The spans of a-b that any part of the path touches: in order, apart from each other.
std::vector<Span> touchedSpans(Point a, Point b, const std::vector<Point>& path, double radius)
{
    Extent segment;
    segment.add(a);
    segment.add(b);
    std::vector<Span> spans;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const Point from = path[i == 0 ? 0 : i - 1];
        Extent reach;
        reach.add(from);
        reach.add(path[i]);
        if (!segment.meets(reach, radius))
            continue;
        const Span span = insideCapsule(a, b, from, path[i], radius);
        if (!span.empty())
            spans.push_back(span);
    }
    std::sort(spans.begin(), spans.end(), [](Span l, Span r) { return l.from < r.from; });
    std::vector<Span> merged;
    for (const Span span : spans) {
        if (!merged.empty() && span.from <= merged.back().to)
            merged.back().to = std::max(merged.back().to, span.to);
        else
            merged.push_back(span);
    }
    return merged;
}

/// Collects what is kept of one stroke, piece by piece.
class Pieces {
public:
    explicit Pieces(double pen) : m_open{{}, pen} {}

    void line(Point from, Point to)
    {
        if (m_open.points.empty())
            m_open.points.push_back(from);
        m_open.points.push_back(to);
    }
    void cut()
    {
        if (!m_open.points.empty() && extentOf(m_open.points).side() > kShortestPiece)
            m_closed.push_back(m_open);
        m_open.points.clear();
    }
    std::vector<Stroke> take()
    {
        cut();
        return std::move(m_closed);
    }

private:
    Stroke m_open;
    std::vector<Stroke> m_closed;
};

/// What is left of a stroke, or nothing at all where it was not touched.
std::optional<std::vector<Stroke>> cutStroke(const Stroke& stroke, const std::vector<Point>& path,
                                             double radius)
{
    const double reach = radius + strokeWidth(stroke) / 2;
    const std::vector<Point>& points = stroke.points;
    if (points.empty() || !extentOf(points).meets(extentOf(path), reach))
        return std::nullopt;
    if (points.size() == 1) {
        if (touchedSpans(points[0], points[0], path, reach).empty())
            return std::nullopt;
        return std::vector<Stroke>{};
    }
    bool touched = false;
    Pieces pieces(stroke.pen);
    for (std::size_t i = 1; i < points.size(); ++i) {
        const Point a = points[i - 1];
        const Point b = points[i];
        const auto at = [&](double t) { return t <= 0 ? a : t >= 1 ? b : a + t * (b - a); };
        double kept = 0;
        for (const Span span : touchedSpans(a, b, path, reach)) {
            touched = true;
            if (span.from > kept)
                pieces.line(at(kept), at(span.from));
            pieces.cut();
            kept = span.to;
        }
        if (kept < 1)
            pieces.line(at(kept), b);
    }
    if (!touched)
        return std::nullopt;
    return pieces.take();
}

/// The point `rounding` away from a corner, but at most half way to its neighbour.
Point leaving(Point corner, Point neighbour)
{
    const double distance = length(neighbour - corner);
    if (distance <= 2 * kLongestRounding)
        return between(corner, neighbour);
    return corner + (kLongestRounding / distance) * (neighbour - corner);
}

QPainterPath clippedPath(const Stroke& stroke, const std::optional<QRectF>& clip)
{
    const std::vector<Point>& points = stroke.points;
    QPainterPath path;
    if (!points.empty() && extentOf(points).side() == 0) {
        path.moveTo(toQt(points[0]));
        path.lineTo(toQt(points[0] + Point{kDotLength, 0}));
        return path;
    }
    bool down = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool first = i == 0;
        const bool last = i + 1 == points.size();
        const Point corner = points[i];
        const Point start = first ? corner : between(points[i - 1], corner);
        const Point end = last ? corner : between(corner, points[i + 1]);
        if (clip) {
            Extent piece;
            for (const Point p : {start, corner, end})
                piece.add(p);
            if (!piece.grown(strokeWidth(stroke) / 2 + 1).intersects(*clip)) {
                down = false;
                continue;
            }
        }
        if (!down)
            path.moveTo(toQt(start));
        down = true;
        if (!first && !last) {
            path.lineTo(toQt(leaving(corner, points[i - 1])));
            path.quadTo(toQt(corner), toQt(leaving(corner, points[i + 1])));
        }
        path.lineTo(toQt(end));
    }
    return path;
}

}  // namespace

double strokeWidth(const Stroke& stroke)
{
    return kPenWidth * stroke.pen;
}

QRectF strokeBounds(const Stroke& stroke)
{
    const Extent extent = extentOf(stroke.points);
    return extent.empty() ? QRectF() : extent.grown(strokeWidth(stroke) / 2);
}

QRectF drawingBounds(const Drawing& drawing)
{
    QRectF bounds;
    if (drawing.picture)
        bounds =
            QRectF(drawing.picture->x, drawing.picture->y, drawing.picture->width, drawing.picture->height);
    for (const Stroke& stroke : drawing.strokes)
        bounds |= strokeBounds(stroke);
    return bounds;
}

Drawing withStroke(Drawing drawing, Stroke stroke)
{
    drawing.strokes.push_back(std::move(stroke));
    return drawing;
}

Erasure eraseAlong(Drawing drawing, const std::vector<Point>& path, double radius)
{
    std::vector<Stroke> kept;
    kept.reserve(drawing.strokes.size());
    QRectF changed;
    for (Stroke& stroke : drawing.strokes) {
        std::optional<std::vector<Stroke>> pieces = cutStroke(stroke, path, radius);
        if (!pieces) {
            kept.push_back(std::move(stroke));
            continue;
        }
        // Next to a cut the curve may follow its points more closely: as far as three roundings away.
        const double reach = radius + strokeWidth(stroke) + 3 * kLongestRounding;
        changed |= strokeBounds(stroke) & extentOf(path).grown(reach);
        std::move(pieces->begin(), pieces->end(), std::back_inserter(kept));
    }
    drawing.strokes = std::move(kept);
    return {std::move(drawing), changed};
}

Drawing fittedToCanvas(Drawing drawing, bool anyway)
{
    constexpr double kSmallestSide = 10;
    const Extent extent = extentOf(drawing);
    const bool onCanvas =
        extent.left >= 0 && extent.top >= 0 && extent.right <= kCanvasSide && extent.bottom <= kCanvasSide;
    const double side = extent.side();
    if (extent.empty() || (!anyway && onCanvas && (side == 0 || side >= kSmallestSide)))
        return drawing;
    const double scale = side > 0 ? (drawing.picture ? kCanvasSide : kFigureSide) / side : 1;
    // Halved before they are added: the largest numbers of a hostile file must not overflow.
    const Point middle{extent.left / 2 + extent.right / 2, extent.top / 2 + extent.bottom / 2};
    const auto moved = [&](Point p) {
        return scale * (p - middle) + Point{kCanvasSide / 2, kCanvasSide / 2};
    };
    for (Stroke& stroke : drawing.strokes)
        std::transform(stroke.points.begin(), stroke.points.end(), stroke.points.begin(), moved);
    if (drawing.picture) {
        Picture& picture = *drawing.picture;
        const Point corner = moved({picture.x, picture.y});
        picture.x = corner.x;
        picture.y = corner.y;
        picture.width *= scale;
        picture.height *= scale;
    }
    return drawing;
}

QPainterPath strokePath(const Stroke& stroke)
{
    return clippedPath(stroke, std::nullopt);
}

QPainterPath strokePath(const Stroke& stroke, const QRectF& clip)
{
    return clippedPath(stroke, clip);
}

}  // namespace glyphscope
