// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/ink_threshold.h"

#include "model/preprocess/ink_components.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr double kMostInk = 0.5;  // of the picture: more is paper inside a frame
constexpr int kRefinements = 2;
constexpr float kFaintest = 24;           // levels between the two sides of a global threshold
constexpr double kClean = 0.85;           // of the variance is between them
constexpr double kFillingFrom = 0.1;      // of the picture is ink where the figure fills it
constexpr double kThickestFilling = 0.3;  // of the figure's longer side

/// Ink darker than its surroundings differs from them downwards.
bool isInkDark(const GreyField& field)
{
    double darker = 0;
    double lighter = 0;
    for (const float v : lessBorderPlane(field).values)
        (v < 0 ? darker : lighter) += static_cast<double>(v) * static_cast<double>(v);
    return darker > lighter;
}

GreyField negative(GreyField field)
{
    for (float& v : field.values)
        v = -v;
    return field;
}

Raster above(const GreyField& field, float threshold)
{
    Raster ink(field.width, field.height);
    std::transform(field.values.begin(), field.values.end(), ink.pixels.begin(),
                   [threshold](float v) { return static_cast<std::uint8_t>(v > threshold ? 255 : 0); });
    return ink;
}

/// Ink and the soft edge around it: what must not count as paper.
Raster grown(const Raster& ink, int by)
{
    Raster out(ink.width, ink.height);
    for (int y = 0; y < ink.height; ++y)
        for (int x = 0; x < ink.width; ++x)
            if (ink.at(x, y) != 0)
                for (int ny = std::max(0, y - by); ny <= std::min(ink.height - 1, y + by); ++ny)
                    std::fill_n(out.pixels.begin() +
                                    static_cast<std::ptrdiff_t>(out.index(std::max(0, x - by), ny)),
                                std::min(ink.width - 1, x + by) - std::max(0, x - by) + 1, std::uint8_t{255});
    return out;
}

/// The pixels brighter than their surroundings. The first guess may be rough, for ink around it still counts
/// as paper; what then is known to be paper judges the rest.
PartedInk brightInk(const GreyField& field, std::optional<int> given)
{
    const int longer = std::max(field.width, field.height);
    const GreyField rough = lessLocalPaper(field, {}, longer / 4);
    const auto clear = inkThreshold(rough);
    Raster ink = above(rough, clear ? *clear : otsuThreshold(rough));
    PartedInk parted;
    for (int pass = 0; pass < kRefinements; ++pass) {
        GreyField contrast = lessLocalPaper(field, grown(ink, longer / 100), longer / 6);
        const auto threshold = given ? std::optional(static_cast<float>(*given)) : inkThreshold(contrast);
        if (!threshold)
            return {};
        ink = above(contrast, *threshold);
        parted.contrast = std::move(contrast);
        parted.threshold = *threshold;
    }
    parted.ink = std::move(ink);
    return parted;
}

double inkShare(const Raster& ink)
{
    const auto count = std::count(ink.pixels.begin(), ink.pixels.end(), std::uint8_t{255});
    return static_cast<double>(count) / static_cast<double>(ink.pixels.size());
}

double borderShare(const Raster& ink)
{
    int on = 0;
    for (int x = 0; x < ink.width; ++x)
        on += (ink.at(x, 0) != 0 ? 1 : 0) + (ink.at(x, ink.height - 1) != 0 ? 1 : 0);
    for (int y = 0; y < ink.height; ++y)
        on += (ink.at(0, y) != 0 ? 1 : 0) + (ink.at(ink.width - 1, y) != 0 ? 1 : 0);
    return on / (2.0 * (ink.width + ink.height));
}

struct Sides {
    float threshold = 0;
    double low = 0;
    double high = 0;
    double clean = 0;  ///< share of the variance that lies between both sides
};

Sides sidesOf(const GreyField& field)
{
    Sides sides;
    sides.threshold = otsuThreshold(field);
    double n[2]{};
    double sum[2]{};
    double squares = 0;
    for (const float v : field.values) {
        const int side = v > sides.threshold ? 1 : 0;
        ++n[side];
        sum[side] += static_cast<double>(v);
        squares += static_cast<double>(v) * static_cast<double>(v);
    }
    if (n[0] == 0 || n[1] == 0)
        return sides;
    sides.low = sum[0] / n[0];
    sides.high = sum[1] / n[1];
    const double all = n[0] + n[1];
    const double mean = (sum[0] + sum[1]) / all;
    const double variance = squares / all - mean * mean;
    const double between = n[0] * n[1] / (all * all) * (sides.high - sides.low) * (sides.high - sides.low);
    sides.clean = variance > 0 ? between / variance : 0;
    return sides;
}

}  // namespace

PartedInk partLocally(const GreyField& field, std::optional<int> threshold)
{
    const GreyField opposite = negative(field);
    const bool dark = isInkDark(field);
    PartedInk parted = brightInk(dark ? opposite : field, threshold);
    parted.dark = dark;
    if (parted.ink.empty() || inkShare(parted.ink) > kMostInk) {
        parted = brightInk(dark ? field : opposite, threshold);
        parted.dark = !dark;
    }
    return parted;
}

PartedInk partGlobally(const GreyField& field, std::optional<int> threshold)
{
    const Sides sides = sidesOf(field);
    if (sides.high - sides.low < static_cast<double>(kFaintest))
        return {};
    const Raster light = above(field, sides.threshold);
    PartedInk parted;
    parted.dark = inkShare(light) + borderShare(light) > 1;
    const auto paper = static_cast<float>(parted.dark ? sides.high : sides.low);
    parted.contrast = parted.dark ? negative(field) : field;
    for (float& v : parted.contrast.values)
        v += parted.dark ? paper : -paper;
    parted.threshold = threshold ? static_cast<float>(*threshold)
                                 : (parted.dark ? paper - sides.threshold : sides.threshold - paper);
    parted.ink = above(parted.contrast, parted.threshold);
    return parted;
}

bool fillsPicture(const GreyField& field)
{
    const Sides sides = sidesOf(field);
    if (sides.high - sides.low < 2 * static_cast<double>(kFaintest) || sides.clean < kClean)
        return false;
    const PartedInk parted = partGlobally(field, std::nullopt);
    const Box box = inkBox(parted.ink);
    return inkShare(parted.ink) > kFillingFrom && 2 * box.width * box.height > field.width * field.height &&
           meanLineWidth(parted.ink) < kThickestFilling * std::max(box.width, box.height);
}

PartedInk partWithout(PartedInk parted, const Raster& lines, std::optional<int> threshold)
{
    const Raster beside = grown(lines, 1);
    GreyField rest = parted.contrast;
    for (std::size_t i = 0; i < lines.pixels.size(); ++i)
        if (beside.pixels[i] != 0)
            rest.values[i] = 0;
    const auto without = threshold ? std::optional(static_cast<float>(*threshold)) : inkThreshold(rest);
    if (!without) {
        parted.ink = {};
        return parted;
    }
    if (*without > parted.threshold) {
        parted.threshold = *without;
        parted.ink = above(parted.contrast, *without);
    }
    for (std::size_t i = 0; i < lines.pixels.size(); ++i)
        if (lines.pixels[i] != 0)
            parted.ink.pixels[i] = 0;
    return parted;
}

}  // namespace glyphscope
