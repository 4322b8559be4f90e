// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/number_pages.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace glyphscope::test {
namespace {

using Chance = std::mt19937;

constexpr int kPageWidth = 900;
constexpr int kPageHeight = 1240;
constexpr double kPageMargin = 90;

double from(double low, double high, Chance& random)
{
    return std::uniform_real_distribution<double>(low, high)(random);
}

int whole(int low, int high, Chance& random)
{
    return std::uniform_int_distribution<int>(low, high)(random);
}

Colour mixed(const Colour& a, const Colour& b, double share)
{
    return {std::lerp(a[0], b[0], share), std::lerp(a[1], b[1], share), std::lerp(a[2], b[2], share)};
}

/// A page's plane as the camera sees it.
struct View {
    double angle = 0;
    double alongX = 0;
    double alongY = 0;

    [[nodiscard]] Point operator()(Point p) const
    {
        const double x = p.x - kPageWidth / 2.0;
        const double y = p.y - kPageHeight / 2.0;
        const double depth = 1 + alongX * x / kPageWidth + alongY * y / kPageHeight;
        return {kPageWidth / 2.0 + (x * std::cos(angle) - y * std::sin(angle)) / depth,
                kPageHeight / 2.0 + (x * std::sin(angle) + y * std::cos(angle)) / depth};
    }
    [[nodiscard]] std::vector<Stroke> operator()(std::vector<Stroke> strokes) const
    {
        for (Stroke& stroke : strokes)
            for (Point& p : stroke.points)
                p = (*this)(p);
        return strokes;
    }
};

struct Writing {
    std::vector<Stroke> strokes;
    std::vector<std::string> lines;
    double height = 0;
};

/// A digit with its left edge at `x`; where it ends.
double writeDigit(const DigitInk& ink, int digit, Point at, double height, Chance& random, Writing& writing)
{
    const auto& drawings = ink[static_cast<std::size_t>(digit)];
    const auto& drawing =
        drawings[static_cast<std::size_t>(whole(0, static_cast<int>(drawings.size()) - 1, random))];
    std::vector<Stroke> strokes = fitted(drawing, 0, at.y, 3 * height, height * from(0.9, 1.05, random));
    double left = 1e9;
    double right = -1e9;
    for (const Stroke& stroke : strokes)
        for (const Point& p : stroke.points) {
            left = std::min(left, p.x);
            right = std::max(right, p.x);
        }
    for (Stroke& stroke : strokes)
        for (Point& p : stroke.points)
            p.x += at.x - left;
    writing.strokes.insert(writing.strokes.end(), strokes.begin(), strokes.end());
    return at.x + right - left;
}

Writing writtenLines(const DigitInk& ink, Chance& random)
{
    Writing writing;
    const int count = whole(1, 8, random);
    const double pitch = std::min(170.0, (kPageHeight - 2 * kPageMargin) / count);
    writing.height = pitch * from(0.42, 0.6, random);
    for (int line = 0; line < count; ++line) {
        const int length = whole(1, 10, random);
        double x = kPageMargin + from(0, 40, random);
        std::string text;
        for (int k = 0; k < length && x < kPageWidth - kPageMargin - writing.height; ++k) {
            const int digit = whole(0, 9, random);
            const double y = kPageMargin + line * pitch + writing.height * from(-0.06, 0.06, random);
            x = writeDigit(ink, digit, {x, y}, writing.height, random, writing) +
                writing.height * from(0.22, 0.45, random);
            text += static_cast<char>('0' + digit);
        }
        writing.lines.push_back(text);
    }
    return writing;
}

Writing scatteredDigits(const DigitInk& ink, Chance& random)
{
    Writing writing;
    writing.height = from(45, 85, random);
    writing.lines.emplace_back();
    std::vector<Point> taken;
    const int count = whole(4, 14, random);
    for (int tries = 0; tries < 200 && std::ssize(taken) < count; ++tries) {
        const Point at{from(kPageMargin, kPageWidth - kPageMargin - writing.height, random),
                       from(kPageMargin, kPageHeight - kPageMargin - writing.height, random)};
        if (std::ranges::any_of(taken, [&](const Point& p) {
                return std::hypot(p.x - at.x, p.y - at.y) < 2 * writing.height;
            }))
            continue;
        taken.push_back(at);
        const int digit = whole(0, 9, random);
        writeDigit(ink, digit, at, writing.height, random, writing);
        writing.lines.back() += static_cast<char>('0' + digit);
    }
    return writing;
}

std::vector<Stroke> rulesOf(bool graph, Chance& random)
{
    std::vector<Stroke> rules;
    const double spacing = graph ? from(24, 34, random) : from(48, 70, random);
    for (double y = from(0, spacing, random) - 200; y < kPageHeight + 200; y += spacing)
        rules.push_back({{{-200, y}, {kPageWidth + 200, y}}, 1});
    for (double x = -200; graph && x < kPageWidth + 200; x += spacing)
        rules.push_back({{{x, -200}, {x, kPageHeight + 200}}, 1});
    return rules;
}

void fold(Page& page, const Colour& paper, Chance& random)
{
    const double y = kPageHeight * from(0.3, 0.7, random);
    const double slope = from(-0.03, 0.03, random);
    page.line({-20, y - slope * kPageWidth / 2}, {kPageWidth + 20, y + slope * kPageWidth / 2},
              from(1.5, 4, random), mixed(paper, {90, 90, 90}, from(0.2, 0.5, random)));
    const double dark = from(0.86, 0.95, random);
    page.light(
        [=](double, double py) { return py > y ? dark + (1 - dark) * std::min(1.0, (py - y) / 500) : 1; });
}

void shade(Page& page, Chance& random)
{
    const double angle = from(0, 2 * std::numbers::pi, random);
    const double at = from(-250, 250, random);
    const double soft = from(8, 250, random);
    const double light = from(0.58, 0.8, random);
    page.light([=](double x, double y) {
        const double d =
            (x - kPageWidth / 2.0) * std::cos(angle) + (y - kPageHeight / 2.0) * std::sin(angle) - at;
        return 1 - (1 - light) * std::clamp(0.5 + d / soft, 0.0, 1.0);
    });
}

void dust(Page& page, Chance& random)
{
    const int count = whole(20, 80, random);
    std::vector<Stroke> specks;
    for (int k = 0; k < count; ++k) {
        const Point at{from(0, kPageWidth, random), from(0, kPageHeight, random)};
        specks.push_back({{at, {at.x + from(-3, 3, random), at.y + from(-3, 3, random)}}, 1});
    }
    page.strokes(specks, from(1.2, 3, random), {70, 65, 60});
}

/// The back side's writing, mirrored and faint.
void showThrough(Page& page, const DigitInk& ink, const Colour& paper, const Colour& pen, Chance& random)
{
    Writing back = writtenLines(ink, random);
    for (Stroke& stroke : back.strokes)
        for (Point& p : stroke.points)
            p = {kPageWidth - p.x, p.y + 37};
    page.strokes(back.strokes, back.height * 0.08, mixed(paper, pen, from(0.12, 0.3, random)));
    page.blur();
}

}  // namespace

const std::vector<PageKind>& pageKinds()
{
    static const std::vector<PageKind> kinds{
        {"plain", {}},
        {"turned, at an angle", {.turned = true}},
        {"ruled", {.ruled = true}},
        {"graph paper", {.graph = true}},
        {"folded", {.folded = true, .turned = true}},
        {"in a shadow", {.shadow = true}},
        {"showing through", {.showThrough = true}},
        {"dust and punch marks", {.dust = true, .holes = true}},
        {"all but rules",
         {.folded = true, .shadow = true, .showThrough = true, .dust = true, .holes = true, .turned = true}},
        {"ruled, with all", {.ruled = true, .shadow = true, .dust = true, .holes = true, .turned = true}},
        {"scattered", {.turned = true, .scattered = true}},
        {"scattered, with all",
         {.folded = true,
          .shadow = true,
          .showThrough = true,
          .dust = true,
          .holes = true,
          .turned = true,
          .scattered = true}},
    };
    return kinds;
}

NumberPage numberPage(const DigitInk& ink, const PageWear& wear, std::mt19937& random)
{
    const double grey = from(190, 240, random);
    const Colour paper{grey, grey - from(0, 6, random), grey - from(0, 14, random)};
    const Colour pen = whole(0, 1, random) == 0 ? Colour{35, 35, 45} : Colour{30, 50, 120};
    View view;
    if (wear.turned)
        view = {from(-0.06, 0.06, random), from(-0.12, 0.12, random), from(-0.12, 0.12, random)};
    Page page(kPageWidth, kPageHeight, paper);
    if (wear.showThrough)
        showThrough(page, ink, paper, pen, random);
    if (wear.ruled || wear.graph)
        page.strokes(view(rulesOf(wear.graph, random)), from(1, 1.8, random),
                     mixed(paper, {90, 120, 190}, from(0.35, 0.7, random)));
    const Writing writing = wear.scattered ? scatteredDigits(ink, random) : writtenLines(ink, random);
    page.strokes(view(writing.strokes), writing.height * from(0.055, 0.1, random), pen);
    if (wear.dust)
        dust(page, random);
    for (const double y : {0.3, 0.7})
        if (wear.holes)
            page.ring({34, y * kPageHeight}, 6, 6, 16, {60, 55, 52});
    if (wear.folded)
        fold(page, paper, random);
    if (wear.shadow)
        shade(page, random);
    page.blur();
    page.noise(from(1, 4, random), random);
    return {page.rgba(), writing.lines};
}

}  // namespace glyphscope::test
