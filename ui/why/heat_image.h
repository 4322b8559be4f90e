// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/attribution.h"
#include "model/types/raster.h"
#include "ui/widgets/thumbnail.h"

#include <QtCore/QLineF>
#include <QtCore/QList>
#include <QtGui/QImage>

class QPainter;

namespace glyphscope {

/// How heat is laid over a drawing.
struct HeatLook {
    double opacity = 0.65;  ///< of the heat, in [0, 1]
    bool smooth = true;     ///< between the pixels; otherwise every pixel is one even square
    friend bool operator==(const HeatLook&, const HeatLook&) = default;
};

/// Of maps that are another drawing's than the present one, until its own are there.
inline constexpr double kPastOpacity = 0.35;

/// Whether a method tells what speaks against the score from what speaks for it.
[[nodiscard]] bool isSigned(AttributionMethod method);

/// Zero is the middle of the diverging map for signed methods, and the dark end of viridis for the others.
[[nodiscard]] ColourScale heatScale(const Attribution& attribution);

/// The attribution as a translucent picture: a pixel a value, or a finer one of values interpolated between
/// them. Null where there are not 28x28 values.
[[nodiscard]] QImage heatImage(const Attribution& attribution, const HeatLook& look);

/// Where ink meets paper: the edges between pixels of at least 128 and darker ones, in pixels, each as long
/// as it can be.
[[nodiscard]] QList<QLineF> glyphOutline(const Glyph& glyph);

/// A drawing under its heat, made once and painted often.
struct HeatPicture {
    QImage glyph;
    QImage heat;  ///< null: there is none yet
    QList<QLineF> outline;

    void paint(QPainter& painter, const QRectF& place, bool smooth) const;
};

/// Every pixel of `image` as an even square at any enlargement.
void paintPixels(QPainter& painter, const QRectF& place, const QImage& image);

}  // namespace glyphscope
