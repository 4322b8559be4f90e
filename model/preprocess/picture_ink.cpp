// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/picture_ink.h"

#include "model/preprocess/grey_filters.h"
#include "model/preprocess/ink_components.h"
#include "model/preprocess/normalize.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr double kMostInk = 0.5;  // of the picture: more is paper inside a frame
constexpr int kRefinements = 2;

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

/// The pixels brighter than their surroundings; an empty raster if none stands out from the paper. The first
/// guess may be rough, for ink around it still counts as paper; what then is known to be paper judges the
/// rest.
Raster brightInk(const GreyField& field)
{
    const int longer = std::max(field.width, field.height);
    const GreyField rough = lessLocalPaper(field, {}, longer / 4);
    const auto clear = inkThreshold(rough);
    Raster ink = above(rough, clear ? *clear : otsuThreshold(rough));
    for (int pass = 0; pass < kRefinements; ++pass) {
        const GreyField contrast = lessLocalPaper(field, grown(ink, longer / 100), longer / 6);
        const auto threshold = inkThreshold(contrast);
        if (!threshold)
            return {};
        ink = above(contrast, *threshold);
    }
    return ink;
}

double inkShare(const Raster& ink)
{
    const auto count = std::count(ink.pixels.begin(), ink.pixels.end(), std::uint8_t{255});
    return static_cast<double>(count) / static_cast<double>(ink.pixels.size());
}

/// How much to add around the ink, pixels, for lines of the standard width in the figure that results.
double thickening(const Raster& ink)
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
            bottom = std::max(bottom, y);
        }
    }
    const double side = std::max(right - left, bottom - top) + 1;
    const double width = meanLineWidth(ink);
    if (width == 0 || width >= kStrokeWidth * side)
        return 0;
    // (width + 2 r) / (side + 2 r) is to be the standard share.
    return (kStrokeWidth * side - width) / (2 * (1 - kStrokeWidth));
}

}  // namespace

InkMask pictureInk(const Picture& picture)
{
    if (picture.grey.empty())
        return {};
    const GreyField field = toWorkingSize(picture.grey);
    const GreyField opposite = negative(field);
    const bool dark = isInkDark(field);
    const GreyField& likely = dark ? opposite : field;
    const GreyField& unlikely = dark ? field : opposite;
    Raster ink = brightInk(likely);
    if (ink.empty() || inkShare(ink) > kMostInk)
        ink = brightInk(unlikely);
    if (ink.empty())
        return {};

    InkMask mask;
    mask.ink = withoutStrayInk(ink);
    const auto placed = [](double at) { return std::abs(at) <= 1e9 ? at : 0; };
    mask.x = placed(picture.x);
    mask.y = placed(picture.y);
    const auto sized = [](double side, int pixels) { return side > 0 && side <= 1e9 ? side : pixels; };
    mask.pixelWidth = sized(picture.width, picture.grey.width) / field.width;
    mask.pixelHeight = sized(picture.height, picture.grey.height) / field.height;
    mask.thicken = thickening(mask.ink) * (mask.pixelWidth + mask.pixelHeight) / 2;
    return mask;
}

}  // namespace glyphscope
