// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/glyph_place.h"

#include "model/preprocess/data_image.h"
#include "model/preprocess/ink_plane.h"
#include "model/preprocess/tight_square.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace glyphscope {
namespace {

constexpr double kFigureSide = 100;  // of the bitmap's pixels, as rasterise() has it
constexpr double kPlaceBoxSide = 20;

struct Extent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(double v)
    {
        low = std::min(low, v);
        high = std::max(high, v);
    }
    [[nodiscard]] double length() const { return high - low; }
    [[nodiscard]] double centre() const { return low / 2 + high / 2; }
};

}  // namespace

std::optional<GlyphPlace> glyphPlace(const Drawing& drawing, const Stages& stages, double strokeWidth)
{
    if (stages.dataSet && isDataImage(drawing))
        return GlyphPlace{drawing.picture->x, drawing.picture->y, drawing.picture->width};
    if (stages.empty || drawing.picture)
        return std::nullopt;
    Extent x;
    Extent y;
    double pen = 0;
    for (const Stroke& stroke : drawing.strokes)
        for (const Point& point : stroke.points) {
            if (!std::isfinite(point.x) || !std::isfinite(point.y))
                continue;
            x.add(point.x);
            y.add(point.y);
            pen = std::max(pen, std::clamp(strokeWidth * stroke.pen, 0.02, 0.4));
        }
    const double longer = std::max(x.length(), y.length());
    if (!std::isfinite(longer) || longer <= 0)
        return std::nullopt;
    const double unit = longer / (kFigureSide * (1 - pen));  // of the drawing, in a pixel of the bitmap
    const TightSquare square = squareAround(stages.tight);
    const double pixel = square.side / kPlaceBoxSide;  // of the bitmap, in one of the glyph
    constexpr double kMiddle = kBitmapSide / 2.0;
    return GlyphPlace{x.centre() + (square.left - stages.offsetX * pixel - kMiddle) * unit,
                      y.centre() + (square.top - stages.offsetY * pixel - kMiddle) * unit,
                      kGlyphSide * pixel * unit};
}

}  // namespace glyphscope
