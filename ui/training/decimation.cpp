// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/decimation.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

/// The extremes of one pixel column.
struct Column {
    int index = -1;
    QPointF lowest;
    QPointF highest;

    void flushTo(QList<QPointF>& result) const
    {
        if (index < 0)
            return;
        const bool rising = lowest.x() < highest.x();
        result.append(rising ? lowest : highest);
        if (lowest != highest)
            result.append(rising ? highest : lowest);
    }
};

}  // namespace

QList<QPointF> decimate(std::span<const QPointF> points, double from, double to, int columns)
{
    QList<QPointF> result;
    if (columns < 1 || !(to > from))
        return result;
    Column column;
    for (const QPointF& point : points) {
        if (!(point.x() >= from && point.x() <= to) || !std::isfinite(point.y()))
            continue;
        const int index = std::min(static_cast<int>((point.x() - from) / (to - from) * columns), columns - 1);
        if (index != column.index) {
            column.flushTo(result);
            column = {index, point, point};
            continue;
        }
        if (point.y() < column.lowest.y())
            column.lowest = point;
        if (point.y() > column.highest.y())
            column.highest = point;
    }
    column.flushTo(result);
    return result;
}

}  // namespace glyphscope
