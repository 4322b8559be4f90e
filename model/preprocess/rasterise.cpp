// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/rasterise.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace glyphscope {
namespace {

constexpr double kFigureSide = 100;
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

struct Bounds {
    double left = kFarthest * 2;
    double top = kFarthest * 2;
    double right = -kFarthest * 2;
    double bottom = -kFarthest * 2;

    [[nodiscard]] bool empty() const { return left > right; }
    void add(double x, double y)
    {
        left = std::min(left, x);
        right = std::max(right, x);
        top = std::min(top, y);
        bottom = std::max(bottom, y);
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

/// Where a drawing's coordinates lie in the bitmap.
class Frame {
public:
    Frame(const Bounds& bounds, double widestPen)
        : m_centreX(bounds.left / 2 + bounds.right / 2), m_centreY(bounds.top / 2 + bounds.bottom / 2)
    {
        const double side = std::max(bounds.right - bounds.left, bounds.bottom - bounds.top);
        if (side >= kSmallestExtent)
            m_scale = (1 - widestPen) * kFigureSide * kUnitsPerPixel / side;
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

    double m_centreX;
    double m_centreY;
    double m_scale = 0;
};

void addStroke(InkPlane& plane, const Stroke& stroke, const Frame& frame,
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

void addMask(InkPlane& plane, const InkMask& mask, const std::vector<Run>& runs, const Frame& frame)
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
    Bounds bounds;
    double widestPen = 0;
    for (const Stroke& stroke : strokes) {
        for (const Point& p : stroke.points) {
            if (!usable(p))
                continue;
            bounds.add(p.x, p.y);
            widestPen = std::max(widestPen, widthOf(stroke, strokeWidth));
        }
    }
    const std::vector<Run> runs = runsOf(mask.ink);
    for (const Run& run : runs) {
        bounds.add(mask.x + run.first * mask.pixelWidth - mask.thicken,
                   mask.y + run.row * mask.pixelHeight - mask.thicken);
        bounds.add(mask.x + run.last * mask.pixelWidth + mask.thicken,
                   mask.y + (run.row + 1) * mask.pixelHeight + mask.thicken);
    }
    if (bounds.empty())
        return Raster(kBitmapSide, kBitmapSide);

    const Frame frame(bounds, widestPen);
    InkPlane plane;
    addMask(plane, mask, runs, frame);
    std::map<int, std::vector<float>> halfWidths;
    for (const Stroke& stroke : strokes) {
        const double width = widthOf(stroke, strokeWidth) * kFigureSide * kUnitsPerPixel;
        const int radius = static_cast<int>(std::lround(width / 2));
        auto& caps = halfWidths[radius];
        if (caps.empty())
            caps = capHalfWidths(radius);
        addStroke(plane, stroke, frame, caps);
    }
    return plane.threshold();
}

}  // namespace glyphscope
