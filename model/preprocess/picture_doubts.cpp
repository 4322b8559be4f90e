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
constexpr double kWidestDigit = 1.15;  // by its height
constexpr double kNarrowestSeveral = 0.5;
constexpr double kBridgedHeight = 0.72;  // of the figure, on both sides of a bridge
constexpr double kBridgedInk = 0.25;     // of the figure
constexpr double kNarrowestTouching = 0.7;
constexpr double kBridgeWidth = 2.2;     // mean widths of a line
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

/// Ink on one side of a seam.
struct SeamSide {
    int top = 1 << 30;
    int bottom = -1;
    long ink = 0;
    void add(int y)
    {
        top = std::min(top, y);
        bottom = std::max(bottom, y);
        ++ink;
    }
};

/// The way down through the box between columns [left, right) that crosses least ink; a column for each row.
/// `crossed`: how many pixels of it.
std::vector<int> cheapestSeam(const Raster& figure, const Box& box, int left, int right, int& crossed)
{
    const int width = right - left;
    std::vector<int> costs(static_cast<std::size_t>(width) * static_cast<std::size_t>(box.height));
    const auto cost = [&](int x, int y) -> int& { return costs[static_cast<std::size_t>(y * width + x)]; };
    const auto cheapestAbove = [&](int x, int y) {
        int best = x;
        for (const int from : {x - 1, x + 1})
            if (from >= 0 && from < width && cost(from, y - 1) < cost(best, y - 1))
                best = from;
        return best;
    };
    for (int y = 0; y < box.height; ++y)
        for (int x = 0; x < width; ++x)
            cost(x, y) = (figure.at(left + x, box.y + y) != 0 ? 1 : 0) +
                         (y > 0 ? cost(cheapestAbove(x, y), y - 1) : 0);
    int at = 0;
    for (int x = 1; x < width; ++x)
        if (cost(x, box.height - 1) < cost(at, box.height - 1))
            at = x;
    crossed = cost(at, box.height - 1);
    std::vector<int> seam(static_cast<std::size_t>(box.height));
    for (int y = box.height - 1; y >= 0; --y) {
        seam[static_cast<std::size_t>(y)] = left + at;
        at = y > 0 ? cheapestAbove(at, y) : at;
    }
    return seam;
}

/// How many lines a way down crosses.
int linesCrossed(const Raster& figure, const Box& box, const std::vector<int>& seam)
{
    int lines = 0;
    bool before = false;
    for (int y = 0; y < box.height; ++y) {
        const bool now = figure.at(seam[static_cast<std::size_t>(y)], box.y + y) != 0;
        lines += now && !before ? 1 : 0;
        before = now;
    }
    return lines;
}

/// Whether a way down crosses hardly more than one line and leaves much of the figure on both sides.
bool comesApart(const Raster& figure, const Box& box)
{
    const double bridge = kBridgeWidth * meanLineWidth(figure);
    const int reach = std::max(2, box.width / 6);
    for (int middle = box.x + box.width / 4; middle <= box.x + box.width * 3 / 4;
         middle += std::max(1, reach / 2)) {
        int crossed = 0;
        const std::vector<int> seam = cheapestSeam(figure, box, std::max(box.x, middle - reach),
                                                   std::min(box.x + box.width, middle + reach), crossed);
        if (crossed > bridge || linesCrossed(figure, box, seam) > 1)
            continue;
        SeamSide sides[2];
        for (int y = box.y; y < box.y + box.height; ++y)
            for (int x = box.x; x < box.x + box.width; ++x)
                if (figure.at(x, y) != 0)
                    sides[x < seam[static_cast<std::size_t>(y - box.y)] ? 0 : 1].add(y);
        if (std::ranges::all_of(sides, [&](const SeamSide& side) {
                return side.bottom - side.top + 1 >= kBridgedHeight * box.height &&
                       static_cast<double>(side.ink) >=
                           kBridgedInk * static_cast<double>(sides[0].ink + sides[1].ink);
            }))
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
    return box.width > kWidestDigit * box.height || standApart(figure, box) ||
           (box.width > kNarrowestTouching * box.height && comesApart(figure, box));
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
