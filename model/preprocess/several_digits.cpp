// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/several_digits.h"

#include "model/types/ink_bounds.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr double kGap = 0.03;  // all of the drawing's height
constexpr double kDigitHeight = 0.6;
constexpr double kNarrowestNumber = 0.5;

std::vector<InkBounds> reachesOf(const std::vector<Stroke>& strokes)
{
    std::vector<InkBounds> reaches;
    for (const Stroke& stroke : strokes) {
        InkBounds reach;
        for (const Point& p : stroke.points)
            if (std::isfinite(p.x) && std::isfinite(p.y))
                reach.add({p.x, p.x, p.y, p.y});
        if (!reach.empty())
            reaches.push_back(reach);
    }
    return reaches;
}

/// Those that overlap in x, or nearly, as one; from left to right.
std::vector<InkBounds> groupsOf(std::vector<InkBounds> reaches, double gap)
{
    std::ranges::sort(reaches, {}, &InkBounds::left);
    std::vector<InkBounds> groups;
    for (const InkBounds& reach : reaches) {
        if (groups.empty() || reach.left > groups.back().right + gap)
            groups.push_back(reach);
        else
            groups.back().add(reach);
    }
    return groups;
}

}  // namespace

bool looksLikeSeveral(const Drawing& drawing)
{
    if (drawing.picture)
        return false;
    const std::vector<InkBounds> reaches = reachesOf(drawing.strokes);
    InkBounds all;
    for (const InkBounds& reach : reaches)
        all.add(reach);
    if (all.empty() || !(all.height() > 0) || all.width() < kNarrowestNumber * all.height())
        return false;
    const auto isDigitHigh = [&](const InkBounds& group) {
        return group.height() >= kDigitHeight * all.height();
    };
    return std::ranges::count_if(groupsOf(reaches, kGap * all.height()), isDigitHigh) >= 2;
}

}  // namespace glyphscope
