// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/page_ink.h"

#include "model/preprocess/faint_ink.h"
#include "model/preprocess/page_lines.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace glyphscope {
namespace {

constexpr int kLeastPixels = 6;
constexpr double kLongPart = 0.3;     // of the page: nothing that is written in lines is so long
constexpr double kFold = 12;          // length by thickness of what is no pen's
constexpr double kDust = 0.14;        // of a character's height
constexpr double kMostHeights = 2.2;  // of a character
constexpr double kHigh = 0.5;         // of a character's height: what may be one
constexpr double kNear = 0.35;        // of a character's height: how far a part is from the rest of it
constexpr double kStemWidth = 0.5;    // of its height: of a piece cut at the border that is a line there
constexpr double kEnclosing = 1.5;    // times as large as what it is drawn around

double thicknessOf(const InkComponent& c)
{
    return static_cast<double>(c.pixels.size()) / std::max(1, c.longerSide());
}

double heightOf(const std::vector<InkComponent>& pieces)
{
    std::vector<std::pair<double, double>> heights;
    for (const InkComponent& c : pieces)
        if (!isBlob(c))
            heights.emplace_back(c.height(), std::sqrt(static_cast<double>(c.pixels.size())));
    return weightedQuantile(std::move(heights), 0.5);
}

bool encloses(const InkComponent& outer, const InkComponent& inner)
{
    return outer.left < inner.left && outer.right > inner.right && outer.top < inner.top &&
           outer.bottom > inner.bottom;
}

/// Boxes and rings that something is written in.
void dropEnclosing(std::vector<InkComponent>& pieces)
{
    const double height = heightOf(pieces);
    std::erase_if(pieces, [&, all = pieces](const InkComponent& c) {
        return c.height() > kEnclosing * height && std::ranges::any_of(all, [&](const InkComponent& inner) {
                   return inner.height() >= kHigh * height && encloses(c, inner);
               });
    });
}

/// What no pen of a line of characters leaves.
void dropStray(std::vector<InkComponent>& pieces, const Raster& ink)
{
    const double longest = kLongPart * std::max(ink.width, ink.height);
    std::erase_if(pieces, [&](const InkComponent& c) {
        const int longer = c.longerSide();
        return c.pixels.size() < kLeastPixels || isFrame(c) ||
               (longer > longest && longer > kFold * thicknessOf(c)) ||
               (touchesBorder(c, ink) &&
                (longer > longest || std::min(c.width(), c.height()) < kStemWidth * longer));
    });
}

double distance(const InkComponent& a, const InkComponent& b)
{
    const double x = std::max({0, a.left - b.right, b.left - a.right});
    const double y = std::max({0, a.top - b.bottom, b.top - a.bottom});
    return std::hypot(x, y);
}

/// Dust, blots and low pieces that belong to no character.
void dropSpecks(std::vector<InkComponent>& pieces, double height)
{
    const auto isHigh = [&](const InkComponent& c) { return c.height() >= kHigh * height; };
    std::erase_if(pieces, [&, all = pieces](const InkComponent& c) {
        if (c.longerSide() < kDust * height || c.height() > kMostHeights * height)
            return true;
        const bool near = std::ranges::any_of(all, [&](const InkComponent& other) {
            return other.pixels.front() != c.pixels.front() && isHigh(other) &&
                   other.height() <= kMostHeights * height && !isBlob(other) &&
                   distance(c, other) < kNear * height;
        });
        return isBlob(c) ? !near || isHigh(c) : !isHigh(c) && !near;
    });
}

}  // namespace

PageInk pageInk(const PictureSteps& steps, double widestGap)
{
    PageInk page;
    if (steps.ink.empty() || steps.threshold == 0)
        return page;
    std::vector<InkComponent> pieces = componentsOf(steps.ink, Neighbours::Eight);
    dropStray(pieces, steps.ink);
    dropFaint(pieces, steps.ink, steps.grey);
    dropEnclosing(pieces);
    page.height = heightOf(pieces);
    dropSpecks(pieces, page.height);
    page.characters = static_cast<int>(std::ranges::count_if(
        pieces, [&](const InkComponent& c) { return c.height() >= kHigh * page.height; }));
    page.lines = linesOf(std::move(pieces), page.height, widestGap);
    return page;
}

}  // namespace glyphscope
