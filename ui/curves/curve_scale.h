// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointF>
#include <QtCore/QRectF>

namespace glyphscope {

/// A stretch of an axis, in its own unit.
struct AxisRange {
    double from = 0;
    double to = 1;

    [[nodiscard]] double span() const { return to - from; }
    friend bool operator==(const AxisRange&, const AxisRange&) = default;
};

/// `range` magnified `factor` times about `at`, which stays where it is; never beyond `limits`, never below
/// `least` in width.
[[nodiscard]] AxisRange zoomed(AxisRange range, double at, double factor, AxisRange limits, double least);

/// `range` moved by `by`, stopped at `limits`.
[[nodiscard]] AxisRange panned(AxisRange range, double by, AxisRange limits);

/// From what is plotted to pixels and back. On a logarithmic axis what is not above zero lies beneath the
/// plot.
struct PlotScale {
    QRectF area;
    AxisRange x;
    AxisRange y;
    bool logarithmic = false;

    [[nodiscard]] double toX(double value) const;
    [[nodiscard]] double toY(double value) const;
    [[nodiscard]] QPointF toPixel(QPointF point) const { return {toX(point.x()), toY(point.y())}; }
    [[nodiscard]] double fromX(double pixel) const;

    friend bool operator==(const PlotScale&, const PlotScale&) = default;
};

}  // namespace glyphscope
