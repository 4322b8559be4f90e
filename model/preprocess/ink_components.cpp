// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/ink_components.h"

#include <algorithm>
#include <array>
#include <cmath>
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
constexpr double kRingedShare = 0.3;  // of a ring's shorter side: what it was drawn around
constexpr double kRuleDepth = 0.04;   // of the picture: how deep a line at its edge reaches into it
constexpr int kRays = 24;
constexpr int kRaysMet = 22;
constexpr double kBlobDistance = 0.12;  // of the figure's longer side: nearer ones may be dots of it

using Pixel = std::pair<int, int>;

InkComponent flood(Raster& unseen, int x, int y, Neighbours neighbours)
{
    InkComponent c{{{x, y}}, x, y, x, y};
    unseen.at(x, y) = 0;
    for (std::size_t next = 0; next < c.pixels.size(); ++next) {
        const auto [px, py] = c.pixels[next];
        c.left = std::min(c.left, px);
        c.right = std::max(c.right, px);
        c.bottom = std::max(c.bottom, py);
        for (int ny = std::max(0, py - 1); ny <= std::min(unseen.height - 1, py + 1); ++ny) {
            for (int nx = std::max(0, px - 1); nx <= std::min(unseen.width - 1, px + 1); ++nx) {
                if (unseen.at(nx, ny) != 0 && (neighbours == Neighbours::Eight || nx == px || ny == py)) {
                    unseen.at(nx, ny) = 0;
                    c.pixels.emplace_back(nx, ny);
                }
            }
        }
    }
    return c;
}

/// Whether most rays from the middle of `inner` meet `c` on their way out: it was drawn around it.
bool isAround(const InkComponent& c, const InkComponent& inner, const Raster& ink)
{
    if (c.left > inner.left || c.right < inner.right || c.top > inner.top || c.bottom < inner.bottom ||
        inner.longerSide() < kRingedShare * std::min(c.width(), c.height()))
        return false;
    Raster own(ink.width, ink.height);
    for (const auto& [x, y] : c.pixels)
        own.at(x, y) = 255;
    int met = 0;
    for (int ray = 0; ray < kRays; ++ray) {
        const double angle = 2 * std::numbers::pi * ray / kRays;
        double x = (inner.left + inner.right) / 2.0;
        double y = (inner.top + inner.bottom) / 2.0;
        for (; x >= c.left && x <= c.right && y >= c.top && y <= c.bottom;
             x += std::cos(angle), y += std::sin(angle)) {
            const int px = static_cast<int>(x);
            const int py = static_cast<int>(y);
            if (own.at(px, py) != 0 || own.at(std::min(px + 1, ink.width - 1), py) != 0) {
                ++met;
                break;
            }
        }
    }
    return met >= kRaysMet;
}

bool isApart(const InkComponent& a, const InkComponent& b, double by)
{
    return a.left > b.right + by || b.left > a.right + by || a.top > b.bottom + by || b.top > a.bottom + by;
}

void dropRings(std::vector<InkComponent>& components, double figureSide, const Raster& ink)
{
    std::erase_if(components, [&, all = components](const InkComponent& c) {
        return std::ranges::any_of(all, [&](const InkComponent& inner) {
            return inner.pixels.front() != c.pixels.front() && inner.longerSide() >= figureSide &&
                   !isBlob(inner) && isAround(c, inner, ink);
        });
    });
}

void dropBlobs(std::vector<InkComponent>& components)
{
    const InkComponent* figure = nullptr;
    for (const InkComponent& c : components)
        if (!isBlob(c) && (figure == nullptr || c.longerSide() > figure->longerSide()))
            figure = &c;
    if (figure == nullptr)
        return;
    std::erase_if(components, [around = *figure](const InkComponent& c) {
        return isBlob(c) && isApart(c, around, kBlobDistance * around.longerSide());
    });
}

}  // namespace

std::vector<InkComponent> componentsOf(Raster ink, Neighbours neighbours)
{
    std::vector<InkComponent> components;
    for (int y = 0; y < ink.height; ++y)
        for (int x = 0; x < ink.width; ++x)
            if (ink.at(x, y) != 0)
                components.push_back(flood(ink, x, y, neighbours));
    return components;
}

bool isFrame(const InkComponent& c)
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

bool isBlob(const InkComponent& c)
{
    const double longer = c.longerSide();
    const double fill = static_cast<double>(c.pixels.size()) / (double{1} * c.width() * c.height());
    return std::min(c.width(), c.height()) > 0.75 * longer && fill > 0.68 && fill < 0.9;
}

bool touchesBorder(const InkComponent& c, const Raster& ink)
{
    return c.left == 0 || c.top == 0 || c.right == ink.width - 1 || c.bottom == ink.height - 1;
}

Box inkBox(const Raster& ink)
{
    int left = ink.width;
    int right = -1;
    int top = ink.height;
    int bottom = -1;
    for (int y = 0; y < ink.height; ++y) {
        for (int x = 0; x < ink.width; ++x) {
            if (ink.at(x, y) == 0)
                continue;
            left = std::min(left, x);
            right = std::max(right, x);
            top = std::min(top, y);
            bottom = y;
        }
    }
    return right < 0 ? Box{} : Box{left, top, right - left + 1, bottom - top + 1};
}

Raster withoutStrayInk(const Raster& ink, BorderInk border)
{
    std::vector<InkComponent> components = componentsOf(ink, Neighbours::Eight);
    const double figureSide = kFigureShare * std::max(ink.width, ink.height);
    const auto isStray = [&](const InkComponent& c) {
        return (border != BorderInk::Kept && touchesBorder(c, ink)) || isFrame(c);
    };
    const bool figureInside = std::any_of(components.begin(), components.end(), [&](const InkComponent& c) {
        return c.longerSide() >= figureSide && !isStray(c);
    });
    if (figureInside)
        std::erase_if(components, isStray);
    if (border == BorderInk::AmongRules)
        std::erase_if(components, [&](const InkComponent& c) {
            return touchesBorder(c, ink) &&
                   std::min(c.width(), c.height()) < kRuleDepth * std::max(ink.width, ink.height);
        });
    dropRings(components, figureSide, ink);
    dropBlobs(components);

    std::size_t largest = 0;
    for (const InkComponent& c : components)
        largest = std::max(largest, c.pixels.size());
    Raster kept(ink.width, ink.height);
    for (const InkComponent& c : components) {
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
