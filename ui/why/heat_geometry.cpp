// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/heat_geometry.h"

#include "model/types/raster.h"
#include "ui/style/theme.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr double kMostHeat = 12 * kGlyphSide;
constexpr double kHeatEdge = 3;  // room for the focus ring
constexpr double kHeatBar = 10;

/// The colours, their numbers and the pixel read out.
double below(double lineHeight)
{
    return metrics::kGap + kHeatBar + 2 + lineHeight + metrics::kUnit + lineHeight;
}

}  // namespace

std::optional<QPoint> HeatLayout::pixelAt(QPointF point) const
{
    if (picture.isEmpty() || !picture.contains(point))
        return std::nullopt;
    const QPointF at = (point - picture.topLeft()) * kGlyphSide / picture.width();
    const auto whole = [](double v) { return std::clamp(static_cast<int>(v), 0, kGlyphSide - 1); };
    return QPoint(whole(at.x()), whole(at.y()));
}

QRectF HeatLayout::pixelRect(QPoint pixel) const
{
    const double cell = picture.width() / kGlyphSide;
    return {picture.topLeft() + cell * QPointF(pixel), QSizeF(cell, cell)};
}

HeatLayout layOutHeat(double width, double lineHeight, double device, double height)
{
    const double most =
        height > 0 ? std::max(1.0, height - kHeatEdge - std::ceil(below(lineHeight))) : kMostHeat;
    const double room = std::clamp(width - 2 * kHeatEdge, 1.0, most);
    const double cell = std::max(1.0, std::floor(room * device / kGlyphSide)) / device;
    const double side = std::min(room, cell * kGlyphSide);
    const double left = std::floor((width - side) / 2);
    HeatLayout layout;
    layout.picture = QRectF(left, kHeatEdge, side, side);
    layout.legend = QRectF(left, layout.picture.bottom() + metrics::kGap, side, kHeatBar);
    layout.numbers = QRectF(left, layout.legend.bottom() + 2, side, lineHeight);
    layout.readout = QRectF(0, layout.numbers.bottom() + metrics::kUnit, width, lineHeight);
    layout.height = std::ceil(layout.readout.bottom());
    return layout;
}

bool isLargerBeside(QSizeF room, double side, double over, double lineHeight)
{
    const double high = room.height() - below(lineHeight);
    const double beside = std::min(room.width() - side - metrics::kPadding, high);
    return beside > std::min(room.width(), high - over);
}

}  // namespace glyphscope
