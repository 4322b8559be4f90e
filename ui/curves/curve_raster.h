// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointF>
#include <QtCore/QSize>
#include <QtGui/QColor>
#include <QtGui/QImage>

#include <span>
#include <vector>

namespace glyphscope {

/// How a line is drawn; lengths in pixels.
struct LineStyle {
    QColor colour;
    double width = 1;
    std::vector<double> dashes;  ///< along x, line and gap in turn; none: unbroken
};

/// Is x within a line of the pattern rather than in a gap?
[[nodiscard]] bool dashedAt(double x, std::span<const double> dashes);

/// A picture of lines that only go rightwards, as trace() makes them. QPainter takes a tenth of a second for
/// a noisy one that is two pixels wide; here a column of pixels is filled at once, which takes as long as it
/// is high.
class CurveRaster {
public:
    explicit CurveRaster(QSize size);

    void draw(std::span<const QPointF> points, const LineStyle& style);

    /// What was drawn on nothing, ARGB32_Premultiplied.
    [[nodiscard]] QImage image() const;

private:
    [[nodiscard]] std::span<QRgb> column(int x);

    QSize m_size;
    std::vector<QRgb> m_pixels;  // column by column, so that what is filled lies together
};

}  // namespace glyphscope
