// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/ink_components.h"

#include <algorithm>
#include <array>
#include <numbers>
#include <utility>
#include <vector>

namespace glyphscope {
namespace {

constexpr double kFigureShare = 0.15;  // of the picture's longer side: what is a figure of some size
constexpr double kSpeckShare = 0.025;  // of the largest component's area
constexpr int kSmallestArea = 6;
constexpr double kFrameDepth = 0.06;  // how deep into its bounding box the side of a frame may lie
constexpr double kFrameCover = 0.85;  // how much of each side it covers

using Pixel = std::pair<int, int>;

/// A connected piece of ink.
struct Component {
    std::vector<Pixel> pixels;
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;

    [[nodiscard]] int longerSide() const { return std::max(right - left, bottom - top) + 1; }
};

Component flood(Raster& unseen, int x, int y)
{
    Component c{{{x, y}}, x, y, x, y};
    unseen.at(x, y) = 0;
    for (std::size_t next = 0; next < c.pixels.size(); ++next) {
        const auto [px, py] = c.pixels[next];
        c.left = std::min(c.left, px);
        c.right = std::max(c.right, px);
        c.bottom = std::max(c.bottom, py);
        for (int ny = std::max(0, py - 1); ny <= std::min(unseen.height - 1, py + 1); ++ny) {
            for (int nx = std::max(0, px - 1); nx <= std::min(unseen.width - 1, px + 1); ++nx) {
                if (unseen.at(nx, ny) != 0) {
                    unseen.at(nx, ny) = 0;
                    c.pixels.emplace_back(nx, ny);
                }
            }
        }
    }
    return c;
}

std::vector<Component> componentsOf(Raster ink)
{
    std::vector<Component> components;
    for (int y = 0; y < ink.height; ++y)
        for (int x = 0; x < ink.width; ++x)
            if (ink.at(x, y) != 0)
                components.push_back(flood(ink, x, y));
    return components;
}

bool touchesBorder(const Component& c, const Raster& ink)
{
    return c.left == 0 || c.top == 0 || c.right == ink.width - 1 || c.bottom == ink.height - 1;
}

/// Ink along nearly the whole of all four sides of its bounding box: a ruled box, never a digit.
bool isFrame(const Component& c)
{
    const int width = c.right - c.left + 1;
    const int height = c.bottom - c.top + 1;
    const auto depth = [](int side) { return std::max(2, static_cast<int>(kFrameDepth * side)); };
    const int dx = depth(width);
    const int dy = depth(height);
    if (width < 8 * dx / 2 || height < 8 * dy / 2 ||
        c.pixels.size() * 2 > static_cast<std::size_t>(width) * static_cast<std::size_t>(height))
        return false;
    enum Side { Left = 1, Right = 2, Top = 1, Bottom = 2 };
    std::vector<int> rows(static_cast<std::size_t>(height));
    std::vector<int> columns(static_cast<std::size_t>(width));
    for (const auto& [x, y] : c.pixels) {
        rows[static_cast<std::size_t>(y - c.top)] |=
            (x - c.left < dx ? Left : 0) | (c.right - x < dx ? Right : 0);
        columns[static_cast<std::size_t>(x - c.left)] |=
            (y - c.top < dy ? Top : 0) | (c.bottom - y < dy ? Bottom : 0);
    }
    const auto covers = [](const std::vector<int>& lines, int side) {
        const auto hit = std::count_if(lines.begin(), lines.end(), [side](int l) { return (l & side) != 0; });
        return static_cast<double>(hit) >= kFrameCover * static_cast<double>(lines.size());
    };
    return covers(rows, Left) && covers(rows, Right) && covers(columns, Top) && covers(columns, Bottom);
}

}  // namespace

Raster withoutStrayInk(const Raster& ink)
{
    std::vector<Component> components = componentsOf(ink);
    const double figureSide = kFigureShare * std::max(ink.width, ink.height);
    const auto isStray = [&](const Component& c) { return touchesBorder(c, ink) || isFrame(c); };
    const bool figureInside = std::any_of(components.begin(), components.end(), [&](const Component& c) {
        return c.longerSide() >= figureSide && !isStray(c);
    });
    if (figureInside)
        std::erase_if(components, isStray);

    std::size_t largest = 0;
    for (const Component& c : components)
        largest = std::max(largest, c.pixels.size());
    Raster kept(ink.width, ink.height);
    for (const Component& c : components) {
        const auto area = static_cast<double>(c.pixels.size());
        if (area < kSmallestArea || area < kSpeckShare * static_cast<double>(largest))
            continue;
        for (const auto& [x, y] : c.pixels)
            kept.at(x, y) = 255;
    }
    return kept;
}

double meanLineWidth(const Raster& ink)
{
    long area = 0;
    long edges = 0;
    const auto isInk = [&ink](int x, int y) {
        return x >= 0 && y >= 0 && x < ink.width && y < ink.height && ink.at(x, y) != 0;
    };
    constexpr std::array<Pixel, 4> kSides{{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}};
    for (int y = 0; y < ink.height; ++y) {
        for (int x = 0; x < ink.width; ++x) {
            if (!isInk(x, y))
                continue;
            ++area;
            for (const auto& [dx, dy] : kSides)
                edges += isInk(x + dx, y + dy) ? 0 : 1;
        }
    }
    // Pixel edges overstate a line's length by 4/pi on average over its directions.
    return edges == 0 ? 0
                      : 2 * static_cast<double>(area) / (static_cast<double>(edges) * std::numbers::pi / 4);
}

}  // namespace glyphscope
