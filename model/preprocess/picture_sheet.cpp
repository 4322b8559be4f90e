// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/picture_sheet.h"

#include "model/preprocess/ink_components.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace glyphscope {
namespace {

constexpr int kSheetGrid = 128;        // cells along the longer side that a sheet is looked for on
constexpr int kShortestForSheet = 96;  // pixels: smaller pictures are no photographs of tables
constexpr double kLightSheetShare = 0.05;
constexpr double kDarkSheetShare = 0.15;  // of the picture
constexpr double kMostSheetShare = 0.96;
constexpr double kHullFill = 0.9;
constexpr double kCornersFill = 0.88;  // an ellipse has 0.64
constexpr double kSolidShare = 0.6;    // less is a frame
constexpr double kNarrowest = 0.3;     // of its longer side
constexpr double kSmallestStep = 36;   // grey levels between sheet and table
constexpr double kSharpness = 0.55;    // of that step within two cells
constexpr double kTableShare = 0.7;    // of what lies beside the sheet
constexpr double kBorderContact = 0.25;
constexpr double kMostContact = 0.75;
constexpr double kDarkestLight = 0.4;  // of the light

struct Corner {
    double x = 0;
    double y = 0;
};

double cross(Corner o, Corner a, Corner b)
{
    return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

/// The grid of means that the sheet is looked for on.
Raster reduced(const Raster& grey, int times)
{
    Raster out((grey.width + times - 1) / times, (grey.height + times - 1) / times);
    for (int y = 0; y < out.height; ++y) {
        for (int x = 0; x < out.width; ++x) {
            int sum = 0;
            int n = 0;
            for (int py = y * times; py < std::min(grey.height, (y + 1) * times); ++py)
                for (int px = x * times; px < std::min(grey.width, (x + 1) * times); ++px, ++n)
                    sum += grey.at(px, py);
            out.at(x, y) = static_cast<std::uint8_t>(sum / n);
        }
    }
    return out;
}

struct Classes {
    int from = 0;  ///< the light one
    double dark = 0;
    double light = 0;
};

Classes classesOf(const Raster& grey)
{
    std::array<double, 256> histogram{};
    double all = 0;
    double sum = 0;
    for (const std::uint8_t v : grey.pixels) {
        ++histogram[v];
        ++all;
        sum += v;
    }
    Classes best;
    double bestVariance = -1;
    double weight = 0;
    double below = 0;
    for (int k = 0; k < 255; ++k) {
        weight += histogram[static_cast<std::size_t>(k)];
        below += k * histogram[static_cast<std::size_t>(k)];
        if (weight <= 0 || weight >= all)
            continue;
        const double dark = below / weight;
        const double light = (sum - below) / (all - weight);
        const double variance = weight * (all - weight) * (light - dark) * (light - dark);
        if (variance > bestVariance) {
            bestVariance = variance;
            best = {k + 1, dark, light};
        }
    }
    return best;
}

/// The component with everything that it encloses.
Raster filled(const InkComponent& component, int width, int height)
{
    Raster outside(width, height);
    std::ranges::fill(outside.pixels, std::uint8_t{255});
    for (const auto& [x, y] : component.pixels)
        outside.at(x, y) = 0;
    Raster solid(width, height);
    std::ranges::fill(solid.pixels, std::uint8_t{255});
    for (const InkComponent& part : componentsOf(outside, Neighbours::Four))
        if (touchesBorder(part, outside))
            for (const auto& [x, y] : part.pixels)
                solid.at(x, y) = 0;
    return solid;
}

/// The hull of the pixels' corners, counter-clockwise (Andrew's monotone chain).
std::vector<Corner> hullOf(const Raster& mask)
{
    std::vector<Corner> points;
    for (int y = 0; y < mask.height; ++y) {
        const std::uint8_t* row = mask.pixels.data() + mask.index(0, y);
        const auto first = std::find(row, row + mask.width, std::uint8_t{255}) - row;
        if (first == mask.width)
            continue;
        std::ptrdiff_t last = mask.width;
        while (row[last - 1] == 0)
            --last;
        for (const int bottom : {0, 1}) {
            points.push_back({static_cast<double>(first), static_cast<double>(y + bottom)});
            points.push_back({static_cast<double>(last), static_cast<double>(y + bottom)});
        }
    }
    std::ranges::sort(points, [](Corner a, Corner b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    std::vector<Corner> hull;
    for (const int side : {0, 1}) {
        const std::size_t start = hull.size();
        for (std::size_t i = 0; i < points.size(); ++i) {
            const Corner p = side == 0 ? points[i] : points[points.size() - 1 - i];
            while (hull.size() >= start + 2 && cross(hull[hull.size() - 2], hull.back(), p) <= 0)
                hull.pop_back();
            hull.push_back(p);
        }
        if (!hull.empty())
            hull.pop_back();
    }
    return hull;
}

double areaOf(const std::vector<Corner>& polygon)
{
    double twice = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i)
        twice += cross({0, 0}, polygon[i], polygon[(i + 1) % polygon.size()]);
    return std::abs(twice) / 2;
}

/// The largest quadrilateral on corners of the hull.
double largestQuadrilateral(const std::vector<Corner>& hull)
{
    double best = 0;
    const std::size_t step = hull.size() / 48 + 1;
    for (std::size_t i = 0; i < hull.size(); i += step) {
        for (std::size_t j = i + 1; j < hull.size(); j += step) {
            double left = 0;
            double right = 0;
            for (const Corner p : hull) {
                const double area = cross(hull[i], hull[j], p) / 2;
                left = std::max(left, area);
                right = std::max(right, -area);
            }
            best = std::max(best, left + right);
        }
    }
    return best;
}

/// Mean step of the grey across the mask's edge, from two cells inside to two outside, light side positive.
double stepAcross(const Raster& grey, const Raster& mask)
{
    double sum = 0;
    int n = 0;
    constexpr std::array<std::array<int, 2>, 4> kWays{{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}};
    const auto isIn = [&](int x, int y) { return x >= 0 && y >= 0 && x < grey.width && y < grey.height; };
    for (int y = 0; y < grey.height; ++y) {
        for (int x = 0; x < grey.width; ++x) {
            for (const auto& [dx, dy] : kWays) {
                if (mask.at(x, y) == 0 || !isIn(x + 2 * dx, y + 2 * dy) || !isIn(x - dx, y - dy) ||
                    mask.at(x + dx, y + dy) != 0 || mask.at(x - dx, y - dy) == 0)
                    continue;
                sum += grey.at(x - dx, y - dy) - grey.at(x + 2 * dx, y + 2 * dy);
                ++n;
            }
        }
    }
    return n > 0 ? sum / n : 0;
}

double borderContact(const Raster& mask)
{
    int on = 0;
    for (int x = 0; x < mask.width; ++x)
        on += (mask.at(x, 0) != 0 ? 1 : 0) + (mask.at(x, mask.height - 1) != 0 ? 1 : 0);
    for (int y = 0; y < mask.height; ++y)
        on += (mask.at(0, y) != 0 ? 1 : 0) + (mask.at(mask.width - 1, y) != 0 ? 1 : 0);
    return on / (2.0 * (mask.width + mask.height));
}

/// The share of what lies beside the sheet that is a table, of the other side of the threshold.
double tableShare(const Raster& grey, const Raster& solid, const Classes& classes, bool light)
{
    int beside = 0;
    int table = 0;
    for (std::size_t i = 0; i < grey.pixels.size(); ++i) {
        if (solid.pixels[i] != 0)
            continue;
        ++beside;
        table += (grey.pixels[i] < classes.from) == light ? 1 : 0;
    }
    return beside > 0 ? static_cast<double>(table) / beside : 0;
}

bool isSheet(const Raster& grey, const InkComponent& part, const Raster& solid, const Classes& classes,
             bool light)
{
    const std::vector<Corner> hull = hullOf(solid);
    const double area = static_cast<double>(std::ranges::count(solid.pixels, std::uint8_t{255}));
    const double all = static_cast<double>(grey.pixels.size());
    const int width = part.right - part.left + 1;
    const int height = part.bottom - part.top + 1;
    const double hullArea = areaOf(hull);
    if (area < (light ? kLightSheetShare : kDarkSheetShare) * all || area > kMostSheetShare * all ||
        std::min(width, height) < kNarrowest * std::max(width, height) || area < kHullFill * hullArea ||
        static_cast<double>(part.pixels.size()) < kSolidShare * area ||
        largestQuadrilateral(hull) < kCornersFill * hullArea)
        return false;
    const double step = classes.light - classes.dark;
    const double across = stepAcross(grey, solid) * (light ? 1 : -1);
    if (across < std::max(kSmallestStep, kSharpness * step))
        return false;
    if (tableShare(grey, solid, classes, light) < kTableShare)
        return false;
    const double contact = borderContact(solid);
    return contact < kBorderContact ||
           (light && contact < kMostContact && classes.dark < kDarkestLight * classes.light);
}

/// Back to the picture's pixels, less a rim of one and a half cells.
Raster enlarged(const Raster& solid, int times, int width, int height)
{
    Raster inner(solid.width, solid.height);
    for (int y = 0; y < solid.height; ++y) {
        for (int x = 0; x < solid.width; ++x) {
            bool all = true;
            for (int ny = std::max(0, y - 1); ny <= std::min(solid.height - 1, y + 1); ++ny)
                for (int nx = std::max(0, x - 1); nx <= std::min(solid.width - 1, x + 1); ++nx)
                    all = all && solid.at(nx, ny) != 0;
            inner.at(x, y) = all ? 255 : 0;
        }
    }
    Raster out(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            out.at(x, y) = inner.at(x / times, y / times);
    return out;
}

}  // namespace

std::optional<Raster> sheetOf(const Raster& grey)
{
    const int longer = std::max(grey.width, grey.height);
    if (std::min(grey.width, grey.height) < kShortestForSheet)
        return std::nullopt;
    const int times = (longer + kSheetGrid - 1) / kSheetGrid;
    const Raster grid = reduced(grey, times);
    const Classes classes = classesOf(grid);
    if (classes.light - classes.dark < kSmallestStep)
        return std::nullopt;
    for (const bool light : {true, false}) {
        Raster side(grid.width, grid.height);
        std::ranges::transform(grid.pixels, side.pixels.begin(), [&](std::uint8_t v) {
            return static_cast<std::uint8_t>((v >= classes.from) == light ? 255 : 0);
        });
        const std::vector<InkComponent> parts = componentsOf(side, Neighbours::Four);
        const auto largest =
            std::ranges::max_element(parts, {}, [](const InkComponent& part) { return part.pixels.size(); });
        if (largest == parts.end())
            continue;
        const Raster solid = filled(*largest, grid.width, grid.height);
        if (isSheet(grid, *largest, solid, classes, light))
            return enlarged(solid, times, grey.width, grey.height);
    }
    return std::nullopt;
}

}  // namespace glyphscope
