// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/picture_ground.h"

#include "model/preprocess/ink_components.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace glyphscope {
namespace {

constexpr double kCardFill = 0.6;  // of its box: a figure of strokes fills less
constexpr int kCardContrast = 40;  // levels between a card and what is written on it
constexpr double kCardInkShare = 0.003;
constexpr int kCardRim = 2;  // pixels that its edge may be soft

std::size_t count(const Raster& alpha, int from)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(alpha.pixels, [from](std::uint8_t a) { return a >= from; }));
}

bool isInside(const Raster& alpha, int x, int y, int from)
{
    if (x < kCardRim || y < kCardRim || x >= alpha.width - kCardRim || y >= alpha.height - kCardRim)
        return false;
    for (const auto& [dx, dy] : std::array<std::array<int, 2>, 4>{{{-1, 0}, {1, 0}, {0, -1}, {0, 1}}})
        if (alpha.at(x + dx * kCardRim, y + dy * kCardRim) < from)
            return false;
    return true;
}

/// Whether pixels inside the opaque part differ in colour from its usual one.
bool isWrittenOn(const Picture& picture, int from)
{
    std::array<std::array<long, 256>, 3> levels{};
    long inside = 0;
    const bool coloured = hasColours(picture);
    for (int y = 0; y < picture.grey.height; ++y) {
        for (int x = 0; x < picture.grey.width; ++x) {
            if (!isInside(picture.alpha, x, y, from))
                continue;
            ++inside;
            const std::size_t at = picture.grey.index(x, y);
            for (std::size_t c = 0; c < 3; ++c)
                ++levels[c][coloured ? picture.colours[3 * at + c] : picture.grey.pixels[at]];
        }
    }
    return std::ranges::any_of(levels, [inside](const std::array<long, 256>& level) {
        int median = 0;
        for (long seen = level[0]; seen * 2 < inside && median < 255;)
            seen += level[static_cast<std::size_t>(++median)];
        long away = 0;
        for (int v = 0; v < 256; ++v)
            away += std::abs(v - median) >= kCardContrast ? level[static_cast<std::size_t>(v)] : 0;
        return static_cast<double>(away) > kCardInkShare * static_cast<double>(inside);
    });
}

std::uint8_t overWhite(int value, int alpha)
{
    return static_cast<std::uint8_t>((value * alpha + 255 * (255 - alpha) + 127) / 255);
}

}  // namespace

bool hasColours(const Picture& picture)
{
    return !picture.colours.empty() && picture.colours.size() == 3 * picture.grey.pixels.size();
}

bool hasTransparency(const Picture& picture)
{
    const std::size_t all = picture.alpha.pixels.size();
    if (all == 0 || all != picture.grey.pixels.size() || picture.alpha.width != picture.grey.width)
        return false;
    const std::size_t opaque = count(picture.alpha, opaqueFrom(picture.alpha));
    return (all - opaque) * 200 >= all && opaque * 1000 >= all && opaque > 0;
}

int opaqueFrom(const Raster& alpha)
{
    return alpha.empty() ? 1 : std::max(1, (std::ranges::max(alpha.pixels) + 1) / 2);
}

Raster channelOf(const Picture& picture, int channel)
{
    if (!hasColours(picture))
        return picture.grey;
    Raster plane(picture.grey.width, picture.grey.height);
    const bool mixed = picture.alpha.pixels.size() == plane.pixels.size();
    for (std::size_t i = 0; i < plane.pixels.size(); ++i) {
        const std::uint8_t value = picture.colours[3 * i + static_cast<std::size_t>(channel)];
        plane.pixels[i] = mixed ? overWhite(value, picture.alpha.pixels[i]) : value;
    }
    return plane;
}

PictureGround groundOf(const Picture& picture)
{
    if (picture.options.ground != PictureGround::Auto)
        return picture.options.ground;
    if (!hasTransparency(picture))
        return PictureGround::Sheet;
    const int from = opaqueFrom(picture.alpha);
    Raster opaque(picture.alpha.width, picture.alpha.height);
    std::ranges::transform(picture.alpha.pixels, opaque.pixels.begin(),
                           [from](std::uint8_t a) { return static_cast<std::uint8_t>(a >= from ? 255 : 0); });
    const Box box = inkBox(opaque);
    const double fill =
        static_cast<double>(count(picture.alpha, from)) / (double{1} * box.width * box.height);
    return fill >= kCardFill && isWrittenOn(picture, from) ? PictureGround::Sheet
                                                           : PictureGround::Transparent;
}

}  // namespace glyphscope
