// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/several_digits.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace glyphscope {
namespace {

constexpr double kGap = 0.03;  // all of the drawing's height
constexpr double kDigitHeight = 0.6;
constexpr double kNarrowestNumber = 0.5;

/// What strokes reach over.
struct Reach {
    double left = std::numeric_limits<double>::infinity();
    double right = -std::numeric_limits<double>::infinity();
    double top = std::numeric_limits<double>::infinity();
    double bottom = -std::numeric_limits<double>::infinity();

    [[nodiscard]] bool empty() const { return left > right; }
    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
    void add(const Reach& other)
    {
        left = std::min(left, other.left);
        right = std::max(right, other.right);
        top = std::min(top, other.top);
        bottom = std::max(bottom, other.bottom);
    }
};

std::vector<Reach> reachesOf(const std::vector<Stroke>& strokes)
{
    std::vector<Reach> reaches;
    for (const Stroke& stroke : strokes) {
        Reach reach;
        for (const Point& p : stroke.points)
            if (std::isfinite(p.x) && std::isfinite(p.y))
                reach.add({p.x, p.x, p.y, p.y});
        if (!reach.empty())
            reaches.push_back(reach);
    }
    return reaches;
}

/// Those that overlap in x, or nearly, as one; from left to right.
std::vector<Reach> groupsOf(std::vector<Reach> reaches, double gap)
{
    std::ranges::sort(reaches, {}, &Reach::left);
    std::vector<Reach> groups;
    for (const Reach& reach : reaches) {
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
    const std::vector<Reach> reaches = reachesOf(drawing.strokes);
    Reach all;
    for (const Reach& reach : reaches)
        all.add(reach);
    if (all.empty() || !(all.height() > 0) || all.width() < kNarrowestNumber * all.height())
        return false;
    const auto isDigitHigh = [&](const Reach& group) {
        return group.height() >= kDigitHeight * all.height();
    };
    return std::ranges::count_if(groupsOf(reaches, kGap * all.height()), isDigitHigh) >= 2;
}

}  // namespace glyphscope
