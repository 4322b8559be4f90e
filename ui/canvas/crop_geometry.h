// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/picture_options.h"

#include <QtCore/QPointF>
#include <QtCore/QRectF>

namespace glyphscope {

/// What a pointer takes hold of on a crop: an edge or a corner (two of these together), or all of it.
struct CropGrip {
    bool left = false;
    bool right = false;
    bool top = false;
    bool bottom = false;
    bool whole = false;
    [[nodiscard]] bool any() const { return left || right || top || bottom || whole; }
    friend bool operator==(const CropGrip&, const CropGrip&) = default;
};

/// The smallest crop, as a share of each side of the picture.
inline constexpr double kSmallestCrop = 0.04;

/// Where a crop lies; `picture` is where the whole picture does.
[[nodiscard]] QRectF cropRect(const PictureCrop& crop, const QRectF& picture);

/// What lies under a position, within `reach` of an edge.
[[nodiscard]] CropGrip gripAt(const QRectF& crop, QPointF position, double reach);

/// The crop after its grip was moved by shares of the picture: it stays within the picture, and is never
/// smaller than kSmallestCrop.
[[nodiscard]] PictureCrop movedCrop(const PictureCrop& crop, const CropGrip& grip, double dx, double dy);

}  // namespace glyphscope
