// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/gesture.h"

#include "ui/widgets/ink_edit.h"

#include <cmath>
#include <utility>

namespace glyphscope {

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
    drawing.strokes.push_back({{start.at}, start.pen});
    return strokeBounds(drawing.strokes.back());
}

QRectF Gesture::moveTo(Drawing& drawing, Point to)
{
    if (to == m_last)
        return {};
    return m_start.kind == Kind::Erase ? eraseTo(drawing, to) : drawTo(drawing.strokes.back(), to);
}

void Gesture::end()
{
    m_start.kind = Kind::None;
}

QRectF Gesture::drawTo(Stroke& stroke, Point to)
{
    if (!m_moved && std::hypot(to.x - m_start.at.x, to.y - m_start.at.y) <= m_start.slack)
        return {};
    m_moved = true;
    m_last = to;
    stroke.points.push_back(to);
    // A new point turns the end of the curve into a corner: nothing before the last two points moves.
    const std::size_t tail = std::min<std::size_t>(stroke.points.size(), 3);
    return strokeBounds(
        {{stroke.points.end() - static_cast<std::ptrdiff_t>(tail), stroke.points.end()}, stroke.pen});
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
