// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/data_image.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr int kSamples = 4;  // along each side of a pixel
constexpr int kFineSide = kGlyphSide * kSamples;
constexpr double kFarthestSample = 1e6;

/// Squared distance of `p` from the line between `a` and `b`.
double distance2(Point p, Point a, Point b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length2 = dx * dx + dy * dy;
    const double t =
        length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0.0;
    const double ox = p.x - (a.x + t * dx);
    const double oy = p.y - (a.y + t * dy);
    return ox * ox + oy * oy;
}

/// The samples of an image that strokes cover.
class Cover {
public:
    void add(Point a, Point b, double radius)
    {
        const auto first = [radius](double u, double v) {
            return static_cast<int>(std::clamp(std::floor(std::min(u, v) - radius), 0.0, double{kFineSide}));
        };
        const auto last = [radius](double u, double v) {
            return static_cast<int>(std::clamp(std::ceil(std::max(u, v) + radius), 0.0, double{kFineSide}));
        };
        for (int y = first(a.y, b.y); y < last(a.y, b.y); ++y)
            for (int x = first(a.x, b.x); x < last(a.x, b.x); ++x)
                if (distance2({x + 0.5, y + 0.5}, a, b) <= radius * radius)
                    m_covered.at(x, y) = 1;
    }

    void drawInto(Glyph& glyph) const
    {
        for (int y = 0; y < kGlyphSide; ++y)
            for (int x = 0; x < kGlyphSide; ++x) {
                std::uint8_t& value = glyph[static_cast<std::size_t>(y * kGlyphSide + x)];
                value = std::max(value, coverOf(x, y));
            }
    }

private:
    [[nodiscard]] std::uint8_t coverOf(int x, int y) const
    {
        int covered = 0;
        for (int dy = 0; dy < kSamples; ++dy)
            for (int dx = 0; dx < kSamples; ++dx)
                covered += m_covered.at(x * kSamples + dx, y * kSamples + dy);
        return static_cast<std::uint8_t>(255 * covered / (kSamples * kSamples));
    }

    Raster m_covered{kFineSide, kFineSide};
};

void addStroke(Cover& cover, const Stroke& stroke, const Picture& image)
{
    const double pen = std::isfinite(stroke.pen) ? std::clamp(stroke.pen, 0.1, 10.0) : 1.0;
    const double radius = kPenOverImage * pen / 2 * kFineSide;
    std::optional<Point> before;
    for (const Point& point : stroke.points) {
        const Point at{(point.x - image.x) / image.width * kFineSide,
                       (point.y - image.y) / image.height * kFineSide};
        if (!(std::abs(at.x) <= kFarthestSample && std::abs(at.y) <= kFarthestSample))
            continue;
        cover.add(before.value_or(at), at, radius);
        before = at;
    }
}

}  // namespace

bool isDataImage(const Drawing& drawing)
{
    return drawing.picture && drawing.picture->dataSet && drawing.picture->grey.width == kGlyphSide &&
           drawing.picture->grey.height == kGlyphSide && drawing.picture->grey.pixels.size() == kGlyphPixels;
}

Stages readAsItIs(const Drawing& drawing)
{
    const Picture& image = *drawing.picture;
    Stages stages;
    stages.empty = false;
    stages.dataSet = image.dataSet;
    stages.drawnOver = !drawing.strokes.empty();
    std::ranges::copy(image.grey.pixels, stages.glyph.begin());
    if (!stages.drawnOver)
        return stages;
    Cover cover;
    for (const Stroke& stroke : drawing.strokes)
        addStroke(cover, stroke, image);
    cover.drawInto(stages.glyph);
    return stages;
}

}  // namespace glyphscope
