// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/gesture.h"

#include "ui/widgets/ink_edit.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace glyphscope {

namespace {

struct OnPaper {
    double from = 0;  // shares of the way
    double to = 1;

    [[nodiscard]] bool empty() const { return !(from <= to); }
    void within(double position, double way)
    {
        if (way == 0) {
            if (position < 0 || position > kCanvasSide)
                to = -1;
            return;
        }
        const double enters = (way > 0 ? -position : kCanvasSide - position) / way;
        const double leaves = (way > 0 ? kCanvasSide - position : -position) / way;
        from = std::max(from, enters);
        to = std::min(to, leaves);
    }
};

/// The part of the way from `a` to `b` that lies on the paper (Liang & Barsky 1984).
OnPaper onPaper(Point a, Point b)
{
    OnPaper part;
    part.within(a.x, b.x - a.x);
    part.within(a.y, b.y - a.y);
    return part;
}

Point along(Point a, Point b, double share)
{
    const auto on = [share](double from, double to) {
        return std::clamp(from + share * (to - from), 0.0, kCanvasSide);
    };
    return {on(a.x, b.x), on(a.y, b.y)};
}

QRectF endBounds(const Stroke& stroke)
{
    // A new point turns the end of the curve into a corner: nothing before the last two points moves.
    const std::size_t tail = std::min<std::size_t>(stroke.points.size(), 3);
    return strokeBounds(
        {{stroke.points.end() - static_cast<std::ptrdiff_t>(tail), stroke.points.end()}, stroke.pen});
}

}  // namespace

double eraserRadius(double pen)
{
    return 0.75 * kPenWidth * pen;
}

QRectF Gesture::begin(Drawing& drawing, const Start& start)
{
    m_start = start;
    m_last = start.at;
    m_moved = false;
    m_changed = start.kind == Kind::Draw;
    if (start.kind == Kind::Erase)
        return eraseTo(drawing, start.at);
    m_firstStroke = drawing.strokes.size();
    drawing.strokes.push_back({{start.at}, start.pen});
    return strokeBounds(drawing.strokes.back());
}

QRectF Gesture::moveTo(Drawing& drawing, Point to)
{
    if (to == m_last)
        return {};
    return m_start.kind == Kind::Erase ? eraseTo(drawing, to) : drawTo(drawing, to);
}

void Gesture::end()
{
    m_start.kind = Kind::None;
}

QRectF Gesture::drawTo(Drawing& drawing, Point to)
{
    if (!m_moved && std::hypot(to.x - m_start.at.x, to.y - m_start.at.y) <= m_start.slack)
        return {};
    m_moved = true;
    const Point from = std::exchange(m_last, to);
    const OnPaper part = onPaper(from, to);
    if (part.empty())
        return {};
    if (part.from > 0)  // it comes back
        drawing.strokes.push_back({{along(from, to, part.from)}, m_start.pen});
    Stroke& stroke = drawing.strokes.back();
    const Point end = part.to < 1 ? along(from, to, part.to) : to;
    if (end != stroke.points.back())
        stroke.points.push_back(end);
    return endBounds(stroke);
}

QRectF Gesture::eraseTo(Drawing& drawing, Point to)
{
    Erasure erasure = eraseAlong(std::move(drawing), {m_last, to}, eraserRadius(m_start.pen));
    drawing = std::move(erasure.drawing);
    m_last = to;
    m_changed = m_changed || !erasure.changed.isNull();
    return erasure.changed;
}

}  // namespace glyphscope
