// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/rasterise.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace glyphscope {
namespace {

constexpr double kRasterFigureSide = 100;
constexpr double kFarthest = 1e100;
constexpr double kSmallestExtent = 1e-100;

bool usable(const Point& p)
{
    return std::abs(p.x) <= kFarthest && std::abs(p.y) <= kFarthest;
}

/// Width of a stroke as a share of the figure's longer side.
double widthOf(const Stroke& stroke, double strokeWidth)
{
    const double pen = std::isfinite(stroke.pen) ? stroke.pen : 1.0;
    return std::clamp(strokeWidth * pen, 0.02, 0.4);
}

/// The reach of something along one axis.
struct InkExtent {
    double low = kFarthest * 2;
    double high = -kFarthest * 2;

    [[nodiscard]] bool empty() const { return low > high; }
    void add(double v)
    {
        low = std::min(low, v);
        high = std::max(high, v);
    }
};

struct Bounds {
    InkExtent x;
    InkExtent y;

    [[nodiscard]] bool empty() const { return x.empty(); }
    void add(double px, double py)
    {
        x.add(px);
        y.add(py);
    }
};

/// Columns [first, last) of ink in one row of a mask.
struct Run {
    int row = 0;
    int first = 0;
    int last = 0;
};

std::vector<Run> runsOf(const Raster& ink)
{
    std::vector<Run> runs;
    for (int y = 0; y < ink.height; ++y) {
        for (int x = 0; x < ink.width;) {
            if (ink.at(x, y) == 0) {
                ++x;
                continue;
            }
            const int first = x;
            while (x < ink.width && ink.at(x, y) != 0)
                ++x;
            runs.push_back({y, first, x});
        }
    }
    return runs;
}

/// Where a drawing's coordinates lie in the bitmap. Strokes reach beyond their points by half their pen,
/// whose width goes with the bitmap; the ink of a mask goes with the drawing.
class InkFrame {
public:
    InkFrame(const Bounds& points, double penRadius, const Bounds& mask) : m_penRadius(penRadius)
    {
        const double scale = std::min(largestScale(points.x, mask.x), largestScale(points.y, mask.y));
        m_scale = std::isfinite(scale) ? scale : 0;
        m_centreX = centre(points.x, mask.x);
        m_centreY = centre(points.y, mask.y);
    }

    [[nodiscard]] int x(double v) const { return snap((v - m_centreX) * m_scale); }
    [[nodiscard]] int y(double v) const { return snap((v - m_centreY) * m_scale); }
    [[nodiscard]] int length(double v) const { return static_cast<int>(std::lround(v * m_scale)); }

private:
    static int snap(double v)
    {
        // Whole-number ink falls on exact ties often; a hair off the tie, rounding noise cannot decide them.
        return static_cast<int>(std::floor(v + 0.5 + 1e-6)) + kBitmapSide / 2 * kUnitsPerPixel;
    }

    [[nodiscard]] double largestScale(const InkExtent& points, const InkExtent& mask) const
    {
        double scale = INFINITY;
        const auto fit = [&scale](double low, double high, double margins) {
            if (high - low >= kSmallestExtent)
                scale = std::min(scale, (kRasterFigureSide * kUnitsPerPixel - margins) / (high - low));
        };
        if (!points.empty())
            fit(points.low, points.high, 2 * m_penRadius);
        if (!mask.empty())
            fit(mask.low, mask.high, 0);
        if (!points.empty() && !mask.empty()) {
            fit(points.low, mask.high, m_penRadius);
            fit(mask.low, points.high, m_penRadius);
        }
        return scale;
    }

    [[nodiscard]] double centre(const InkExtent& points, const InkExtent& mask) const
    {
        const double beyond = m_scale > 0 ? m_penRadius / m_scale : 0;
        return std::min(points.low - beyond, mask.low) / 2 + std::max(points.high + beyond, mask.high) / 2;
    }

    double m_penRadius;
    double m_scale = 0;
    double m_centreX = 0;
    double m_centreY = 0;
};

void addStroke(InkPlane& plane, const Stroke& stroke, const InkFrame& frame,
               const std::vector<float>& halfWidths)
{
    bool first = true;
    bool drawn = false;
    Capsule c;
    for (const Point& p : stroke.points) {
        if (!usable(p))
            continue;
        c.ax = c.bx;
        c.ay = c.by;
        c.bx = frame.x(p.x);
        c.by = frame.y(p.y);
        if (!first && (c.ax != c.bx || c.ay != c.by)) {
            plane.add(c, halfWidths);
            drawn = true;
        }
        first = false;
    }
    if (!first && !drawn)
        plane.add({c.bx, c.by, c.bx, c.by}, halfWidths);
}

void addMask(InkPlane& plane, const InkMask& mask, const std::vector<Run>& runs, const InkFrame& frame)
{
    const auto column = [&](double c) { return frame.x(mask.x + c * mask.pixelWidth); };
    const auto line = [&](double r) { return frame.y(mask.y + r * mask.pixelHeight); };
    const int radius = frame.length(mask.thicken);
    const std::vector<float> halfWidths = capHalfWidths(radius);
    for (const Run& run : runs) {
        plane.addRectangle(column(run.first), line(run.row), column(run.last), line(run.row + 1));
        if (radius > 0) {
            const int middle = line(run.row + 0.5);
            plane.add({column(run.first + 0.5), middle, column(run.last - 0.5), middle}, halfWidths);
        }
    }
}

}  // namespace

Raster rasterise(const std::vector<Stroke>& strokes, const InkMask& mask, double strokeWidth)
{
    Bounds points;
    double widestPen = 0;
    for (const Stroke& stroke : strokes) {
        for (const Point& p : stroke.points) {
            if (!usable(p))
                continue;
            points.add(p.x, p.y);
            widestPen = std::max(widestPen, widthOf(stroke, strokeWidth));
        }
    }
    const std::vector<Run> runs = runsOf(mask.ink);
    Bounds maskBounds;
    for (const Run& run : runs) {
        maskBounds.add(mask.x + run.first * mask.pixelWidth - mask.thicken,
                       mask.y + run.row * mask.pixelHeight - mask.thicken);
        maskBounds.add(mask.x + run.last * mask.pixelWidth + mask.thicken,
                       mask.y + (run.row + 1) * mask.pixelHeight + mask.thicken);
    }
    if (points.empty() && maskBounds.empty())
        return Raster(kBitmapSide, kBitmapSide);

    const InkFrame frame(points, widestPen / 2 * kRasterFigureSide * kUnitsPerPixel, maskBounds);
    InkPlane plane;
    addMask(plane, mask, runs, frame);
    std::map<int, std::vector<float>> halfWidths;
    for (const Stroke& stroke : strokes) {
        const double width = widthOf(stroke, strokeWidth) * kRasterFigureSide * kUnitsPerPixel;
        const int radius = static_cast<int>(std::lround(width / 2));
        auto& caps = halfWidths[radius];
        if (caps.empty())
            caps = capHalfWidths(radius);
        addStroke(plane, stroke, frame, caps);
    }
    return plane.threshold();
}

}  // namespace glyphscope
