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

/// `device` is the number of device pixels in a logical one. Within `height` the map is as large as it can
/// be; without one it is as high as `width` makes it, up to a useful size.
[[nodiscard]] HeatLayout layOutHeat(double width, double lineHeight, double device, double height = 0);

/// In a card of `room` a map has its words either beside it, `side` wide, or above and below it, `over` high
/// together, as a rule. Whether it is larger with them beside it.
[[nodiscard]] bool isLargerBeside(QSizeF room, double side, double over, double lineHeight);

}  // namespace glyphscope
