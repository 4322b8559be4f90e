// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/picture_doubts.h"

#include "model/preprocess/ink_components.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr double kGroupGap = 0.0;      // of the height that groups are apart by
constexpr double kGroupHeight = 0.35;  // of the figure
constexpr double kGroupInk = 0.12;
constexpr double kWidestDigit = 1.25;  // by its height
constexpr double kNarrowestSeveral = 0.5;
constexpr double kBridgedHeight = 0.72;  // of the figure, on both sides of a bridge
constexpr double kBridgeWidth = 1.5;     // mean widths of a line
constexpr double kSmallestHole = 0.004;  // of the figure's box
constexpr int kMostHoles = 2;
constexpr double kRingHole = 0.3;  // of the figure's box
constexpr double kRingSolidity = 0.8;
constexpr double kRoundest = 0.75;        // shorter side by longer side of a ring
constexpr double kRingDepth = 1.4;        // mean widths of a line: deeper ink is no part of the ring
constexpr double kLeastRoundFill = 0.68;  // of its box; an ellipse has 0.785
constexpr double kMostRoundFill = 0.9;
constexpr double kRoundSolidity = 0.94;
constexpr double kDeepShare = 0.12;  // of the ink

struct Group {
    int left = 0;
    int right = 0;
    int top = 0;
    int bottom = 0;
    std::size_t ink = 0;
};

std::vector<Group> groupsOf(std::vector<InkComponent> pieces, double gap)
{
    std::ranges::sort(pieces, {}, &InkComponent::left);
    std::vector<Group> groups;
    for (const InkComponent& c : pieces) {
        if (groups.empty() || c.left > groups.back().right + gap) {
            groups.push_back({c.left, c.right, c.top, c.bottom, c.pixels.size()});
            continue;
        }
        Group& group = groups.back();
        group.right = std::max(group.right, c.right);
        group.top = std::min(group.top, c.top);
        group.bottom = std::max(group.bottom, c.bottom);
        group.ink += c.pixels.size();
    }
    return groups;
}

bool standApart(const Raster& figure, const Box& box)
{
    const std::vector<InkComponent> pieces = componentsOf(figure, Neighbours::Eight);
    std::size_t ink = 0;
    for (const InkComponent& c : pieces)
        ink += c.pixels.size();
    return std::ranges::count_if(groupsOf(pieces, kGroupGap * box.height), [&](const Group& group) {
               return group.bottom - group.top + 1 >= kGroupHeight * box.height &&
                      static_cast<double>(group.ink) >= kGroupInk * static_cast<double>(ink);
           }) >= 2;
}

/// Rows that ink covers between columns [first, last), as a share of the box.
double reachOf(const Raster& figure, const Box& box, int first, int last)
{
    int top = box.y + box.height;
    int bottom = box.y - 1;
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = first; x < last; ++x)
            if (figure.at(x, y) != 0) {
                top = std::min(top, y);
                bottom = std::max(bottom, y);
            }
    return static_cast<double>(std::max(0, bottom - top + 1)) / box.height;
}

bool areBridged(const Raster& figure, const Box& box)
{
    const double bridge = kBridgeWidth * meanLineWidth(figure);
    for (int x = box.x + box.width / 6; x < box.x + box.width - box.width / 6; ++x) {
        int ink = 0;
        for (int y = box.y; y < box.y + box.height; ++y)
            ink += figure.at(x, y) != 0 ? 1 : 0;
        if (ink <= bridge && reachOf(figure, box, box.x, x) >= kBridgedHeight &&
            reachOf(figure, box, x + 1, box.x + box.width) >= kBridgedHeight)
            return true;
    }
    return false;
}

/// Area of a hole by that of its hull of rows and columns.
double solidity(const InkComponent& hole)
{
    std::vector<std::pair<int, int>> rows(static_cast<std::size_t>(hole.height()), {1 << 30, -1});
    std::vector<std::pair<int, int>> columns(static_cast<std::size_t>(hole.width()), {1 << 30, -1});
    for (const auto& [x, y] : hole.pixels) {
        auto& [left, right] = rows[static_cast<std::size_t>(y - hole.top)];
        left = std::min(left, x);
        right = std::max(right, x);
        auto& [top, bottom] = columns[static_cast<std::size_t>(x - hole.left)];
        top = std::min(top, y);
        bottom = std::max(bottom, y);
    }
    long byRows = 0;
    for (const auto& [left, right] : rows)
        byRows += right - left + 1;
    long byColumns = 0;
    for (const auto& [top, bottom] : columns)
        byColumns += bottom - top + 1;
    return static_cast<double>(hole.pixels.size()) / static_cast<double>(std::max({byRows, byColumns, 1L}));
}

/// The figure with all that it encloses, in its box with a rim of `rim` pixels.
Raster solidOf(const Raster& figure, const Box& box, int rim)
{
    Raster outside(box.width + 2 * rim, box.height + 2 * rim);
    std::ranges::fill(outside.pixels, std::uint8_t{255});
    for (int y = 0; y < box.height; ++y)
        for (int x = 0; x < box.width; ++x)
            if (figure.at(box.x + x, box.y + y) != 0)
                outside.at(x + rim, y + rim) = 0;
    Raster solid(outside.width, outside.height);
    std::ranges::fill(solid.pixels, std::uint8_t{255});
    for (const InkComponent& part : componentsOf(outside, Neighbours::Four))
        if (touchesBorder(part, outside))
            for (const auto& [x, y] : part.pixels)
                solid.at(x, y) = 0;
    return solid;
}

/// Whether the figure is a closed round line with a good part of its ink deep inside.
bool isFilledRing(const Raster& figure, const Box& box)
{
    if (std::min(box.width, box.height) < kRoundest * std::max(box.width, box.height))
        return false;
    const int rim = static_cast<int>(std::ceil(kRingDepth * meanLineWidth(figure)));
    const Raster solid = solidOf(figure, box, rim);
    InkComponent whole;
    whole.right = solid.width - 1;
    whole.bottom = solid.height - 1;
    for (int y = 0; y < solid.height; ++y)
        for (int x = 0; x < solid.width; ++x)
            if (solid.at(x, y) != 0)
                whole.pixels.emplace_back(x, y);
    const double fill = static_cast<double>(whole.pixels.size()) / (double{1} * box.width * box.height);
    if (fill < kLeastRoundFill || fill > kMostRoundFill || solidity(whole) < kRoundSolidity)
        return false;
    long all = 0;
    long deep = 0;
    for (const auto& [x, y] : whole.pixels) {
        if (figure.at(box.x + x - rim, box.y + y - rim) == 0)
            continue;
        ++all;
        const bool isDeep = solid.at(x - rim, y) != 0 && solid.at(x + rim, y) != 0 &&
                            solid.at(x, y - rim) != 0 && solid.at(x, y + rim) != 0;
        deep += isDeep ? 1 : 0;
    }
    return static_cast<double>(deep) > kDeepShare * static_cast<double>(all);
}

}  // namespace

bool looksLikeSeveral(const Raster& figure)
{
    const Box box = inkBox(figure);
    if (box.height == 0 || box.width < kNarrowestSeveral * box.height)
        return false;
    return box.width > kWidestDigit * box.height || standApart(figure, box) || areBridged(figure, box);
}

bool looksEntangled(const Raster& figure)
{
    const Box box = inkBox(figure);
    Raster paper(figure.width, figure.height);
    for (std::size_t i = 0; i < paper.pixels.size(); ++i)
        paper.pixels[i] = figure.pixels[i] == 0 ? 255 : 0;
    const double area = double{1} * box.width * box.height;
    if (isFilledRing(figure, box))
        return true;
    int holes = 0;
    for (const InkComponent& hole : componentsOf(std::move(paper), Neighbours::Four)) {
        const auto size = static_cast<double>(hole.pixels.size());
        if (touchesBorder(hole, figure) || size < kSmallestHole * area)
            continue;
        if (++holes > kMostHoles || (size > kRingHole * area && solidity(hole) < kRingSolidity))
            return true;
    }
    return false;
}

}  // namespace glyphscope
