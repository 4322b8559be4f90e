// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/sheet_marks.h"

#include "model/preprocess/ink_components.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr double kSmallestMark = 0.012;  // of the picture's longer side
constexpr double kLargestMark = 0.12;
constexpr double kMostOblong = 1.7;
constexpr double kLeastSolid = 0.5;   // of its box; a square turned by 20 degrees fills 0.6 of it
constexpr double kOneSize = 0.35;     // of the largest mark's area
constexpr double kLeastSheet = 0.06;  // of the picture
constexpr double kMiddle = 0.12;      // of its side: what is looked at for the white middle

struct Mark {
    Point at;
    double area = 0;
    bool white = false;  ///< its middle
};

std::optional<Mark> markOf(const InkComponent& c, const Raster& ink)
{
    const double longer = std::max(ink.width, ink.height);
    const double shorter = std::min(c.width(), c.height());
    const double box = double{1} * c.width() * c.height();
    if (c.longerSide() < kSmallestMark * longer || c.longerSide() > kLargestMark * longer ||
        c.longerSide() > kMostOblong * shorter || static_cast<double>(c.pixels.size()) < kLeastSolid * box)
        return std::nullopt;
    Mark mark;
    mark.at = {(c.left + c.right + 1) / 2.0, (c.top + c.bottom + 1) / 2.0};
    mark.area = box;
    const int reach = std::max(1, static_cast<int>(kMiddle * shorter));
    int paper = 0;
    int all = 0;
    for (int y = static_cast<int>(mark.at.y) - reach; y <= static_cast<int>(mark.at.y) + reach; ++y)
        for (int x = static_cast<int>(mark.at.x) - reach; x <= static_cast<int>(mark.at.x) + reach; ++x) {
            paper += ink.at(std::clamp(x, 0, ink.width - 1), std::clamp(y, 0, ink.height - 1)) == 0 ? 1 : 0;
            ++all;
        }
    mark.white = 2 * paper > all;
    return mark;
}

double areaOf(const std::array<const Mark*, 4>& marks)
{
    double twice = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const Point a = marks[i]->at;
        const Point b = marks[(i + 1) % 4]->at;
        twice += a.x * b.y - a.y * b.x;
    }
    return twice / 2;
}

}  // namespace

std::optional<std::array<Point, 4>> sheetMarks(const Raster& ink)
{
    std::vector<Mark> marks;
    double largest = 0;
    for (const InkComponent& c : componentsOf(ink, Neighbours::Eight))
        if (const auto mark = markOf(c, ink)) {
            marks.push_back(*mark);
            largest = std::max(largest, mark->area);
        }
    std::erase_if(marks, [&](const Mark& mark) { return mark.area < kOneSize * largest; });
    if (marks.size() < 4)
        return std::nullopt;
    const auto outermost = [&](double x, double y) {
        return &*std::ranges::max_element(marks, {}, [&](const Mark& m) { return x * m.at.x + y * m.at.y; });
    };
    const std::array<const Mark*, 4> corners{outermost(-1, -1), outermost(1, -1), outermost(1, 1),
                                             outermost(-1, 1)};
    if (areaOf(corners) < kLeastSheet * ink.width * ink.height ||
        std::ranges::count(corners, true, &Mark::white) != 1)
        return std::nullopt;
    const auto first = std::ranges::find(corners, true, &Mark::white) - corners.begin();
    std::array<Point, 4> found;
    for (std::size_t i = 0; i < 4; ++i)
        found[i] = corners[(static_cast<std::size_t>(first) + i) % 4]->at;
    return found;
}

}  // namespace glyphscope
