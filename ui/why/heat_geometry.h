// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPoint>
#include <QtCore/QRectF>

#include <optional>

namespace glyphscope {

/// Where the parts of the large map lie: picture, colours and their numbers, the pixel read out.
struct HeatLayout {
    QRectF picture;  ///< square; whole device pixels a glyph pixel where there is room
    QRectF legend;
    QRectF numbers;
    QRectF readout;
    double height = 0;

    [[nodiscard]] std::optional<QPoint> pixelAt(QPointF point) const;
    [[nodiscard]] QRectF pixelRect(QPoint pixel) const;
};

/// `device` is the number of device pixels in a logical one.
[[nodiscard]] HeatLayout layOutHeat(double width, double lineHeight, double device);

}  // namespace glyphscope
