// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/drawing_history.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace glyphscope {

DrawingHistory::DrawingHistory(std::size_t longest, std::size_t largest)
    : m_longest(longest), m_largest(largest)
{
}

bool DrawingHistory::append(Stroke stroke)
{
    Change change;
    change.first = m_current.strokes.size();
    change.other.push_back(std::move(stroke));
    change.otherShownPen = m_shownPen;
    return record(std::move(change));
}

bool DrawingHistory::replaceStrokes(std::vector<Stroke> strokes)
{
    if (strokes == m_current.strokes)
        return false;
    Change change = exchangeOfStrokes(std::move(strokes));
    change.otherShownPen = m_shownPen;
    return record(std::move(change));
}

DrawingHistory::Change DrawingHistory::exchangeOfStrokes(std::vector<Stroke> strokes) const
{
    const std::vector<Stroke>& now = m_current.strokes;
    const auto head = std::mismatch(now.begin(), now.end(), strokes.begin(), strokes.end());
    const auto tail = std::mismatch(now.rbegin(), std::make_reverse_iterator(head.first), strokes.rbegin(),
                                    std::make_reverse_iterator(head.second));
    Change change;
    change.first = static_cast<std::size_t>(head.first - now.begin());
    change.count = static_cast<std::size_t>(tail.first.base() - head.first);
    change.other.assign(std::make_move_iterator(head.second), std::make_move_iterator(tail.second.base()));
    return change;
}

bool DrawingHistory::replace(Drawing drawing, double shownPen)
{
    if (drawing == m_current)
        return false;
    Change change;
    if (drawing.picture == m_current.picture) {
        change = exchangeOfStrokes(std::move(drawing.strokes));
        change.otherShownPen = shownPen;
        return record(std::move(change));
    }
    change.otherShownPen = shownPen;
    change.count = m_current.strokes.size();
    change.other = std::move(drawing.strokes);
    change.exchangesPicture = true;
    change.otherPicture = std::move(drawing.picture);
    return record(std::move(change));
}

bool DrawingHistory::undo()
{
    if (m_done.empty())
        return false;
    m_undone.push_back(std::move(m_done.back()));
    m_done.pop_back();
    exchange(m_undone.back());
    return true;
}

bool DrawingHistory::redo()
{
    if (m_undone.empty())
        return false;
    m_done.push_back(std::move(m_undone.back()));
    m_undone.pop_back();
    exchange(m_done.back());
    return true;
}

std::size_t DrawingHistory::bytes(const Change& change)
{
    std::size_t total = change.otherPicture ? change.otherPicture->size() : 0;
    for (const Stroke& stroke : change.other)
        total += stroke.points.size() * sizeof(Point);
    return total;
}

void DrawingHistory::exchange(Change& change)
{
    std::vector<Stroke>& strokes = m_current.strokes;
    const auto first = strokes.begin() + static_cast<std::ptrdiff_t>(change.first);
    const auto end = first + static_cast<std::ptrdiff_t>(change.count);
    std::vector<Stroke> taken(std::make_move_iterator(first), std::make_move_iterator(end));
    change.count = change.other.size();
    strokes.insert(strokes.erase(first, end), std::make_move_iterator(change.other.begin()),
                   std::make_move_iterator(change.other.end()));
    change.other = std::move(taken);
    std::swap(m_shownPen, change.otherShownPen);
    if (change.exchangesPicture)
        std::swap(m_current.picture, change.otherPicture);
}

bool DrawingHistory::record(Change change)
{
    exchange(change);
    m_done.push_back(std::move(change));
    m_undone.clear();
    std::size_t total = 0;
    for (const Change& done : m_done)
        total += bytes(done);
    while (m_done.size() > 1 && (m_done.size() > m_longest || total > m_largest)) {
        total -= bytes(m_done.front());
        m_done.pop_front();
    }
    return true;
}

}  // namespace glyphscope
