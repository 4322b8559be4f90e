// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/crop_geometry.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace glyphscope {
namespace {

/// First and last end of one side, after one of them or both were moved.
std::pair<double, double> movedSide(double first, double length, bool atFirst, bool atLast, bool whole,
                                    double by)
{
    double last = first + length;
    if (whole) {
        by = std::clamp(by, -first, 1 - last);
        return {first + by, last + by};
    }
    if (atFirst)
        first = std::clamp(first + by, 0.0, last - kSmallestCrop);
    else if (atLast)
        last = std::clamp(last + by, first + kSmallestCrop, 1.0);
    return {first, last};
}

}  // namespace

QRectF cropRect(const PictureCrop& crop, const QRectF& picture)
{
    return {picture.left() + crop.left * picture.width(), picture.top() + crop.top * picture.height(),
            crop.width * picture.width(), crop.height * picture.height()};
}

CropGrip gripAt(const QRectF& crop, QPointF position, double reach)
{
    if (!crop.adjusted(-reach, -reach, reach, reach).contains(position))
        return {};
    CropGrip grip;
    const double toLeft = std::abs(position.x() - crop.left());
    const double toRight = std::abs(position.x() - crop.right());
    const double toTop = std::abs(position.y() - crop.top());
    const double toBottom = std::abs(position.y() - crop.bottom());
    grip.left = toLeft <= reach && toLeft <= toRight;
    grip.right = toRight <= reach && toRight < toLeft;
    grip.top = toTop <= reach && toTop <= toBottom;
    grip.bottom = toBottom <= reach && toBottom < toTop;
    grip.whole = !grip.any();
    return grip;
}

PictureCrop movedCrop(const PictureCrop& crop, const CropGrip& grip, double dx, double dy)
{
    const auto [left, right] = movedSide(crop.left, crop.width, grip.left, grip.right, grip.whole, dx);
    const auto [top, bottom] = movedSide(crop.top, crop.height, grip.top, grip.bottom, grip.whole, dy);
    return {left, top, right - left, bottom - top};
}

}  // namespace glyphscope
