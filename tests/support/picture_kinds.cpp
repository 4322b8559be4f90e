// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture_kinds.h"

#include "model/preprocess/normalize.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace glyphscope::test {
namespace {

using Digits = std::span<const std::vector<Stroke>>;
using Random = std::mt19937;

const Colour kWhite{255, 255, 255};
const Colour kBlack{0, 0, 0};
const Colour kPaper{236, 233, 224};
const Colour kInk{34, 34, 48};

double between(double low, double high, Random& random)
{
    return std::uniform_real_distribution<double>(low, high)(random);
}

/// A digit of `share` of the page's height somewhere on it.
std::vector<Stroke> placed(const Page& page, const std::vector<Stroke>& digit, double share, Random& random)
{
    const double height = share * page.height();
    const double width = std::min(height, 0.8 * page.width());
    const double x = (page.width() - width) * between(0.35, 0.65, random);
    const double y = (page.height() - height) * between(0.35, 0.65, random);
    return fitted(digit, x, y, width, height);
}

double penOf(double height, Random& random)
{
    return height * between(0.05, 0.09, random);
}

Rgba onTransparent(Digits digits, Random& random, Colour ink)
{
    Page page(400, 400, {0, 0, 0}, 0);
    page.strokes(placed(page, digits[0], 0.6, random), penOf(240, random), ink);
    return page.rgba();
}

Rgba coloured(Digits digits, Random& random, Colour paper, Colour ink)
{
    Page page(400, 400, paper);
    page.strokes(placed(page, digits[0], between(0.45, 0.75, random), random), penOf(260, random), ink);
    return page.rgba();
}

Rgba roundCard(Digits digits, Random& random)
{
    Rgba image = coloured(digits, random, {250, 250, 250}, {20, 20, 20});
    const double radius = between(20, 70, random);
    const double margin = between(0, 30, random);
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            const double dx = std::max({margin + radius - x, x - (image.width - margin - radius), 0.0});
            const double dy = std::max({margin + radius - y, y - (image.height - margin - radius), 0.0});
            const double inside = radius - std::hypot(dx, dy);
            image.pixels[static_cast<std::size_t>(4 * (y * image.width + x) + 3)] =
                static_cast<std::uint8_t>(std::clamp(inside, 0.0, 1.0) * 255);
        }
    }
    return image;
}

Rgba onTable(Digits digits, Random& random, double share)
{
    Page page(640, 480, {92, 56, 32});
    const double phase = between(0, 6, random);
    page.light([&](double x, double y) {
        return 0.9 + 0.12 * std::sin(x / 17 + 2 * std::sin(y / 60 + phase)) + 0.05 * std::sin(x / 5);
    });
    const double w = share * page.width();
    const double h = share * page.height();
    const double left = (page.width() - w) / 2 + between(-0.3, 0.3, random) * (page.width() - w) / 2;
    const double top = (page.height() - h) / 2 + between(-0.3, 0.3, random) * (page.height() - h) / 2;
    const auto off = [&] { return between(-0.03, 0.03, random) * w; };
    page.fill({Point{left + off(), top + off()}, Point{left + w + off(), top + off()},
               Point{left + w + off(), top + h + off()}, Point{left + off(), top + h + off()}},
              kPaper);
    const double height = between(0.45, 0.65, random) * h;
    page.strokes(
        fitted(digits[0], left + w * between(0.25, 0.35, random), top + (h - height) / 2, 0.4 * w, height),
        penOf(height, random), kInk);
    page.noise(3, random);
    return page.rgba();
}

struct Ruling {
    double pen = 1;
    Colour line{150, 180, 220};
    double spacing = 42;
    bool across = true;
    bool down = false;
    bool margin = false;
    double tilt = 0;
};

void rule(Page& page, const Ruling& ruling, Random& random)
{
    const double start = between(0, 1, random) * ruling.spacing;
    const double w = page.width();
    const double h = page.height();
    if (ruling.across)
        for (double y = start - 0.2 * h; y < 1.2 * h; y += ruling.spacing)
            page.line({-10, y - ruling.tilt * w / 2}, {w + 10, y + ruling.tilt * w / 2}, ruling.pen,
                      ruling.line);
    if (ruling.down)
        for (double x = start / 2 - 0.2 * w; x < 1.2 * w; x += ruling.spacing)
            page.line({x + ruling.tilt * h / 2, -10}, {x - ruling.tilt * h / 2, h + 10}, ruling.pen,
                      ruling.line);
    if (ruling.margin) {
        const double x = w * between(0.1, 0.18, random);
        page.line({x + ruling.tilt * h / 2, -10}, {x - ruling.tilt * h / 2, h + 10}, 1.5 * ruling.pen,
                  {225, 90, 90});
    }
}

Rgba onRules(Digits digits, Random& random, Ruling ruling, bool written = true)
{
    Page page(500, 500, {252, 252, 248});
    ruling.tilt = ruling.tilt * between(-1, 1, random);
    rule(page, ruling, random);
    if (written) {
        const double share = between(0.25, 0.5, random);
        page.strokes(placed(page, digits[0], share, random), penOf(share * 500, random), {40, 40, 70});
    }
    page.noise(1.5, random);
    return page.rgba();
}

Rgba inShadow(Digits digits, Random& random, double light, double softness)
{
    Page page(640, 480, kPaper);
    const double share = between(0.4, 0.6, random);
    page.strokes(placed(page, digits[0], share, random), penOf(share * 480, random), kInk);
    const double angle = between(0, 2 * std::numbers::pi, random);
    const double at = between(-60, 60, random);
    page.light([=](double x, double y) {
        const double d = (x - 320) * std::cos(angle) + (y - 240) * std::sin(angle) - at;
        return 1 - (1 - light) * std::clamp(0.5 + d / softness, 0.0, 1.0);
    });
    page.noise(2, random);
    return page.rgba();
}

Rgba boxed(Digits digits, Random& random, double pen, double overlap)
{
    Page page(400, 400, kWhite);
    const double a = 44;
    const double b = 356;
    for (const auto& [p, q] : {std::pair(Point{a, a}, Point{b, a}), std::pair(Point{a, b}, Point{b, b}),
                               std::pair(Point{a, a}, Point{a, b}), std::pair(Point{b, a}, Point{b, b})})
        page.line(p, q, pen, kBlack);
    const double height = between(170, 250, random);
    const double angle = std::numbers::pi / 2 * std::uniform_int_distribution<int>(0, 3)(random);
    std::vector<Stroke> digit = fitted(digits[0], 200 - height / 2, 200 - height / 2, height, height);
    // moved until its own edge reaches over one side of the box
    double reach = -1e9;
    for (const Stroke& s : digit)
        for (const Point& p : s.points)
            reach = std::max(reach, (p.x - 200) * std::cos(angle) + (p.y - 200) * std::sin(angle));
    const double by = 156 - reach + overlap;
    for (Stroke& s : digit)
        for (Point& p : s.points)
            p = {p.x + by * std::cos(angle), p.y + by * std::sin(angle)};
    page.strokes(digit, penOf(height, random), kBlack);
    return page.rgba();
}

Rgba underlined(Digits digits, Random& random, double gap)
{
    Page page(400, 400, kWhite);
    const double height = between(170, 230, random);
    const std::vector<Stroke> digit = fitted(digits[0], 200 - height / 2, 180 - height / 2, height, height);
    const double pen = penOf(height, random);
    page.strokes(digit, pen, kBlack);
    const double y = 180 + height / 2 + gap * height;
    page.line({between(40, 90, random), y + between(-4, 4, random)},
              {between(310, 360, random), y + between(-4, 4, random)}, pen * between(0.5, 1, random), kBlack);
    return page.rgba();
}

Rgba circled(Digits digits, Random& random, double radius)
{
    Page page(400, 400, kWhite);
    const double height = between(130, 170, random);
    const double pen = penOf(height, random);
    page.strokes(fitted(digits[0], 200 - height / 2, 200 - height / 2, height, height), pen, kBlack);
    page.ring({200 + between(-8, 8, random), 200 + between(-8, 8, random)},
              radius * height * between(0.95, 1.1, random), radius * height * between(0.95, 1.1, random), pen,
              kBlack);
    return page.rgba();
}

Rgba inForm(Digits digits, Random& random)
{
    Page page(500, 200, kWhite);
    const int cells = 4;
    const double side = 110;
    const double pen = between(1.5, 3, random);
    const Colour line{200, 60, 60};
    for (int k = 0; k < cells; ++k) {
        const double x = 15 + k * (side + 8);
        page.line({x, 20}, {x + side, 20}, pen, line);
        page.line({x, 180}, {x + side, 180}, pen, line);
        page.line({x, 20}, {x, 180}, pen, line);
        page.line({x + side, 20}, {x + side, 180}, pen, line);
    }
    const int cell = std::uniform_int_distribution<int>(0, cells - 1)(random);
    page.strokes(fitted(digits[0], 15 + cell * (side + 8) + between(-12, 12, random), 32, side,
                        between(110, 140, random)),
                 between(7, 11, random), {20, 20, 90});
    return page.rgba();
}

Rgba side(int width, int height, const std::vector<double>& values, bool lightOnDark)
{
    Rgba image{width, height, {}};
    for (const double v : values) {
        const auto byte = static_cast<std::uint8_t>(std::clamp(lightOnDark ? v : 255 - v, 0.0, 255.0));
        image.pixels.insert(image.pixels.end(), {byte, byte, byte, 255});
    }
    return image;
}

/// As scikit-learn's digits were made: a bitmap of 32x32, its ink counted in blocks.
Rgba blocks(Digits digits, Random& random, int cells, bool lightOnDark)
{
    const int times = 32 / cells;
    Page page(32, 32, kBlack);
    page.strokes(fitted(digits[0], 3, 3, 26, 26), between(2.6, 4.5, random), kWhite);
    const Rgba fine = page.rgba();
    std::vector<double> values(static_cast<std::size_t>(cells) * static_cast<std::size_t>(cells));
    for (int y = 0; y < 32; ++y)
        for (int x = 0; x < 32; ++x)
            values[static_cast<std::size_t>((y / times) * cells + x / times)] +=
                (fine.pixels[static_cast<std::size_t>(4 * (y * 32 + x))] >= 128 ? 255.0 : 0.0) /
                (times * times);
    return side(cells, cells, values, lightOnDark);
}

/// MNIST's own 20x20 without its margin; or cut to the ink.
Rgba cutOut(Digits digits, Random&, bool tight, bool lightOnDark)
{
    const Raster box = normalize(Drawing{digits[0], {}}).box;
    int left = 0;
    int right = box.width - 1;
    const auto isEmptyColumn = [&](int x) {
        for (int y = 0; y < box.height; ++y)
            if (box.at(x, y) > 20)
                return false;
        return true;
    };
    while (tight && left < right && isEmptyColumn(left))
        ++left;
    while (tight && right > left && isEmptyColumn(right))
        --right;
    std::vector<double> values;
    for (int y = 0; y < box.height; ++y)
        for (int x = left; x <= right; ++x)
            values.push_back(box.at(x, y));
    return side(right - left + 1, box.height, values, lightOnDark);
}

/// An image of MNIST whose grey is its alpha.
Rgba glyphAsAlpha(Digits digits, Random&)
{
    const Glyph glyph = normalize(Drawing{digits[0], {}}).glyph;
    Rgba image{kGlyphSide, kGlyphSide, {}};
    for (const std::uint8_t v : glyph)
        image.pixels.insert(image.pixels.end(), {255, 255, 255, v});
    return image;
}

Rgba filling(Digits digits, Random& random, bool lightOnDark)
{
    Page page(200, 260, lightOnDark ? kBlack : kWhite);
    const double pen = between(18, 28, random);
    page.strokes(fitted(digits[0], pen / 2, pen / 2, 200 - pen, 260 - pen), pen,
                 lightOnDark ? kWhite : kBlack);
    return page.rgba();
}

Rgba several(Digits digits, Random& random, int count, double gap)
{
    const double height = 180;
    Page page(120 + count * 190, 300, kWhite);
    const double pen = penOf(height, random);
    double x = 60;
    for (int k = 0; k < count; ++k) {
        const double h = height * between(0.85, 1, random);
        std::vector<Stroke> digit = fitted(digits[static_cast<std::size_t>(k)], 0, 60, 1000, h);
        double left = 1e9;
        double right = -1e9;
        for (const Stroke& s : digit)
            for (const Point& p : s.points) {
                left = std::min(left, p.x);
                right = std::max(right, p.x);
            }
        for (Stroke& s : digit)
            for (Point& p : s.points)
                p.x += x - left;
        page.strokes(digit, pen, kBlack);
        x += right - left + pen + gap * height;
    }
    return page.rgba();
}

Rgba punched(Digits digits, Random& random)
{
    Page page(400, 500, {250, 249, 245});
    for (const double y : {0.32, 0.72})
        page.ring({30, y * 500}, 5, 5, 14, {70, 60, 58});
    page.strokes(placed(page, digits[0], between(0.3, 0.5, random), random), penOf(200, random),
                 {24, 32, 90});
    page.noise(1, random);
    return page.rgba();
}

std::vector<PictureKind> clean()
{
    return {
        {"dark on white", Right::Read, [](Digits d, Random& r) { return coloured(d, r, kWhite, kBlack); }},
        {"light on black", Right::Read, [](Digits d, Random& r) { return coloured(d, r, kBlack, kWhite); }},
        {"photograph", Right::Read, [](Digits d, Random& r) { return inShadow(d, r, 0.8, 500); }, true},
        {"punch marks", Right::Read, punched, true},
        {"white on transparent", Right::Read,
         [](Digits d, Random& r) { return onTransparent(d, r, kWhite); }},
        {"black on transparent", Right::Read,
         [](Digits d, Random& r) { return onTransparent(d, r, kBlack); }},
        {"red on transparent", Right::Read,
         [](Digits d, Random& r) {
             return onTransparent(d, r, {230, 60, 60});
         }},
        {"card with round corners", Right::Read, roundCard},
        {"yellow on white", Right::Read,
         [](Digits d, Random& r) {
             return coloured(d, r, kWhite, {255, 236, 0});
         }},
        {"orange on kraft", Right::Read,
         [](Digits d, Random& r) {
             return coloured(d, r, {193, 154, 107}, {230, 120, 20});
         }},
        {"red on green of one grey", Right::Read,
         [](Digits d, Random& r) {
             return coloured(d, r, {0, 128, 60}, {220, 0, 30});
         }},
        {"pink on light blue", Right::Read,
         [](Digits d, Random& r) {
             return coloured(d, r, {170, 205, 235}, {250, 170, 190});
         }},
    };
}

std::vector<PictureKind> photographs()
{
    const auto table = [](double share) {
        return [share](Digits d, Random& r) { return onTable(d, r, share); };
    };
    const auto shadow = [](double light, double softness) {
        return [=](Digits d, Random& r) { return inShadow(d, r, light, softness); };
    };
    return {
        {"sheet of 50 % on a table", Right::Read, table(0.5), true},
        {"sheet of 60 % on a table", Right::Read, table(0.6), true},
        {"sheet of 70 % on a table", Right::Read, table(0.7), true},
        {"sheet of 85 % on a table", Right::Read, table(0.85), true},
        {"shadow of 75 % light", Right::Read, shadow(0.75, 3), true},
        {"shadow of 65 % light", Right::Read, shadow(0.65, 12), true},
        {"shadow of 55 % light", Right::Read, shadow(0.55, 3), true},
        {"shadow of 45 % light", Right::NeverWrong, shadow(0.45, 3), true},
    };
}

std::vector<PictureKind> ruledSheets()
{
    const auto rules = [](Ruling ruling) {
        return [ruling](Digits d, Random& r) { return onRules(d, r, ruling); };
    };
    const auto blank = [](Ruling ruling) {
        return [ruling](Digits d, Random& r) { return onRules(d, r, ruling, false); };
    };
    const Colour strong{90, 130, 190};
    const Ruling margin{1, {150, 180, 220}, 42, true, false, true, 0.02};
    const Ruling graph{1, {170, 180, 215}, 22, true, true, false, 0.02};
    return {
        {"ruled", Right::Read, rules({1, {150, 180, 220}, 42, true, false, false, 0.02}), true},
        {"ruled with a red margin", Right::Read, rules(margin), true},
        {"graph paper", Right::Read, rules(graph), true},
        {"ruled, strong lines", Right::Read, rules({2, strong, 42, true, false, true, 0.02}), true},
        {"graph paper, strong lines", Right::Read, rules({1.6, strong, 26, true, true, false, 0.02}), true},
        {"blank, ruled", Right::Blank, blank(margin), true},
        {"blank, strong lines", Right::Blank, blank({2, strong, 42, true, false, true, 0.02}), true},
        {"blank graph paper", Right::Blank, blank(graph), true},
    };
}

std::vector<PictureKind> surrounded()
{
    return {
        {"in a box", Right::Read, [](Digits d, Random& r) { return boxed(d, r, 3, -30); }},
        {"touches its box", Right::NeverWrong,
         [](Digits d, Random& r) { return boxed(d, r, 3, between(-4, 4, r)); }},
        {"runs over its box", Right::NeverWrong,
         [](Digits d, Random& r) { return boxed(d, r, 4, between(8, 30, r)); }},
        {"underlined", Right::NeverWrong,
         [](Digits d, Random& r) { return underlined(d, r, between(0.06, 0.2, r)); }},
        {"touches its underline", Right::NeverWrong,
         [](Digits d, Random& r) { return underlined(d, r, between(-0.02, 0.04, r)); }},
        {"circled", Right::NeverWrong, [](Digits d, Random& r) { return circled(d, r, 0.85); }},
        {"touches its circle", Right::NeverWrong, [](Digits d, Random& r) { return circled(d, r, 0.56); }},
        {"in a form", Right::NeverWrong, inForm},
    };
}

std::vector<PictureKind> smallPictures()
{
    return {
        {"8x8", Right::Read, [](Digits d, Random& r) { return blocks(d, r, 8, true); }},
        {"8x8, dark on light", Right::Read, [](Digits d, Random& r) { return blocks(d, r, 8, false); }},
        {"16x16", Right::Read, [](Digits d, Random& r) { return blocks(d, r, 16, true); }},
        {"20x20 of MNIST", Right::Read, [](Digits d, Random& r) { return cutOut(d, r, false, true); }},
        {"20x20, dark on light", Right::Read, [](Digits d, Random& r) { return cutOut(d, r, false, false); }},
        {"cut to the ink, small", Right::Read, [](Digits d, Random& r) { return cutOut(d, r, true, true); }},
        {"MNIST as alpha", Right::Read, glyphAsAlpha},
        {"cut to the ink", Right::Read, [](Digits d, Random& r) { return filling(d, r, false); }},
        {"cut to the ink, light on dark", Right::Read,
         [](Digits d, Random& r) { return filling(d, r, true); }},
    };
}

std::vector<PictureKind> numbers()
{
    return {
        {"two digits", Right::Several,
         [](Digits d, Random& r) { return several(d, r, 2, between(0.04, 0.25, r)); }},
        {"two digits, close", Right::Several,
         [](Digits d, Random& r) { return several(d, r, 2, between(-0.04, 0.04, r)); }},
        {"two digits, touching", Right::Several,
         [](Digits d, Random& r) { return several(d, r, 2, between(-0.06, -0.01, r)); }},
        {"three digits", Right::Several,
         [](Digits d, Random& r) { return several(d, r, 3, between(0, 0.2, r)); }},
    };
}

}  // namespace

const std::vector<PictureKind>& pictureKinds()
{
    static const std::vector<PictureKind> kinds = [] {
        std::vector<PictureKind> all = clean();
        for (const auto& more : {photographs(), ruledSheets(), surrounded(), smallPictures(), numbers()})
            all.insert(all.end(), more.begin(), more.end());
        return all;
    }();
    return kinds;
}

}  // namespace glyphscope::test
