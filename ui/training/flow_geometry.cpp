// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/flow_geometry.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {

namespace {

constexpr double kFlowGap = 8;
constexpr double kTallestRow = 220;
constexpr double kLeastPlot = 72;
constexpr double kLeastHistory = 36;

}  // namespace

QRectF FlowLayout::row(const QRectF& column, int index) const
{
    return {column.left(), column.top() + index * rowHeight, column.width(), rowHeight};
}

int FlowLayout::rowAt(double y) const
{
    const double index = std::floor((y - names.top()) / std::max(rowHeight, 1.0));
    return index >= 0 && index < rows ? static_cast<int>(index) : -1;
}

FlowLayout layOutFlow(QSizeF size, int rows, double nameWidth, double wordWidth, double line)
{
    FlowLayout layout;
    layout.rows = rows;
    const double top = line + 2;
    const double room = std::max(0.0, size.height() - top - line - 2);
    layout.rowHeight = std::floor(std::min(room / std::max(rows, 1), kTallestRow));
    const double high = layout.rowHeight * rows;

    layout.titles = QRectF(0, 0, size.width(), line);
    layout.names = QRectF(0, top, nameWidth, high);
    layout.words = QRectF(size.width() - wordWidth, top, wordWidth, high);
    const double left = layout.names.right() + kFlowGap;
    const double middle = std::max(0.0, layout.words.left() - kFlowGap - left);
    double history = middle * 0.4;
    if (history < kLeastHistory || middle - history - kFlowGap < kLeastPlot)
        history = 0;
    const double plot = history > 0 ? middle - history - kFlowGap : middle;
    layout.plot = QRectF(left, top, plot, high);
    if (history > 0)
        layout.history = QRectF(layout.plot.right() + kFlowGap, top, history, high);
    layout.scale = QRectF(layout.plot.left(), layout.plot.bottom() + 2, layout.plot.width(), line);
    return layout;
}

int decadeStride(double apart, double widest)
{
    return std::max(1, static_cast<int>(std::ceil((widest + kFlowGap) / std::max(apart, 1.0))));
}

int probeAt(const QRectF& history, int probes, int kept, double x)
{
    if (history.isEmpty() || x < history.left() || x >= history.right() || kept <= 0)
        return -1;
    const int column = static_cast<int>((x - history.left()) / history.width() * kept);
    const int probe = column - (kept - probes);
    return probe >= 0 && probe < probes ? probe : -1;
}

}  // namespace glyphscope
