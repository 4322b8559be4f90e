// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/picture_ink.h"

#include "model/preprocess/colour_axis.h"
#include "model/preprocess/faint_ink.h"
#include "model/preprocess/ink_components.h"
#include "model/preprocess/ink_rules.h"
#include "model/preprocess/ink_threshold.h"
#include "model/preprocess/normalize.h"
#include "model/preprocess/paper_light.h"
#include "model/preprocess/picture_doubts.h"
#include "model/preprocess/picture_ground.h"
#include "model/preprocess/picture_sheet.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace glyphscope {
namespace {

constexpr int kSmallPicture = 64;       // pixels along the longer side
constexpr double kPaperQuantile = 0.2;  // of the pixels of a small picture
constexpr int kOpaqueRim = 2;           // pixels that the edge of an opaque part may be soft
constexpr double kLeastFigure = 0.035;  // of the longer side: less between rules is left of them

/// The part of a picture that is looked at.
struct LookedAt {
    Box box;        ///< in its pixels
    Raster pixels;  ///< 255 in the sheet; of the size of the picture, empty: all of it
    bool sheet = false;
};

Box boxOf(const PictureCrop& crop, const Raster& grey)
{
    const auto low = [](double share, int side) {
        return std::clamp(static_cast<int>(std::floor(share * side + 1e-6)), 0, side - 1);
    };
    const auto high = [](double share, int side, int from) {
        return std::clamp(static_cast<int>(std::ceil(share * side - 1e-6)), from + 1, side);
    };
    const int left = low(crop.left, grey.width);
    const int top = low(crop.top, grey.height);
    return {left, top, high(crop.left + crop.width, grey.width, left) - left,
            high(crop.top + crop.height, grey.height, top) - top};
}

Raster cropped(const Raster& raster, const Box& box)
{
    if (box == Box{0, 0, raster.width, raster.height})
        return raster;
    Raster out(box.width, box.height);
    for (int y = 0; y < box.height; ++y)
        std::copy_n(raster.pixels.begin() + static_cast<std::ptrdiff_t>(raster.index(box.x, box.y + y)),
                    box.width, out.pixels.begin() + static_cast<std::ptrdiff_t>(out.index(0, y)));
    return out;
}

/// The opaque pixels, less those beside others.
Raster opaquePart(const Raster& alpha)
{
    const int from = opaqueFrom(alpha);
    Raster out(alpha.width, alpha.height);
    for (int y = 0; y < alpha.height; ++y) {
        for (int x = 0; x < alpha.width; ++x) {
            bool all = true;
            for (int ny = std::max(0, y - kOpaqueRim);
                 all && ny <= std::min(alpha.height - 1, y + kOpaqueRim); ++ny)
                for (int nx = std::max(0, x - kOpaqueRim); nx <= std::min(alpha.width - 1, x + kOpaqueRim);
                     ++nx)
                    all = all && alpha.at(nx, ny) >= from;
            out.at(x, y) = all ? 255 : 0;
        }
    }
    return out;
}

LookedAt partOf(const Picture& picture, PictureGround ground)
{
    LookedAt part;
    part.box = {0, 0, picture.grey.width, picture.grey.height};
    if (picture.options.crop && isPart(*picture.options.crop)) {
        part.box = boxOf(*picture.options.crop, picture.grey);
        return part;
    }
    if (ground == PictureGround::Transparent)
        return part;
    if (hasTransparency(picture))
        part.pixels = opaquePart(picture.alpha);
    else if (auto sheet = sheetOf(picture.grey)) {
        part.pixels = std::move(*sheet);
        part.sheet = true;
    }
    if (const Box box = inkBox(part.pixels); box.width > 0)
        part.box = box;
    else
        part.pixels = {};
    return part;
}

/// Pixels beside the sheet get the value of its nearest in their row, or of the row above.
void fillBeside(GreyField& field, const Raster& sheet)
{
    const auto width = static_cast<std::size_t>(field.width);
    int before = -1;
    std::vector<int> empty;
    for (int y = 0; y < field.height; ++y) {
        float* row = field.values.data() + field.index(0, y);
        const std::uint8_t* in = sheet.pixels.data() + sheet.index(0, y);
        const auto first = static_cast<std::size_t>(std::find(in, in + width, std::uint8_t{255}) - in);
        if (first == width) {
            if (before < 0)
                empty.push_back(y);
            else
                std::copy_n(field.values.data() + field.index(0, before), width, row);
            continue;
        }
        std::fill_n(row, first, row[first]);
        float last = row[first];
        for (std::size_t x = first; x < width; ++x)
            last = row[x] = in[x] != 0 ? row[x] : last;
        before = y;
        for (const int above : empty)
            std::copy_n(row, width, field.values.data() + field.index(0, above));
        empty.clear();
    }
}

GreyField transparencyField(GreyField field)
{
    const float most = std::max(1.0F, *std::ranges::max_element(field.values));
    for (float& v : field.values)
        v = 255 - 255 * v / most;
    return field;
}

/// `sized` brings a part of the picture to the size that it is looked at in.
template <typename Sized>
AxisGrey greyOf(const Picture& picture, PictureGround ground, const Box& box, Sized sized)
{
    if (ground == PictureGround::Transparent && picture.alpha.pixels.size() == picture.grey.pixels.size())
        return {transparencyField(sized(cropped(picture.alpha, box))), false};
    if (!hasColours(picture))
        return {sized(cropped(picture.grey, box)), false};
    return alongColourAxis({sized(cropped(channelOf(picture, 0), box)),
                            sized(cropped(channelOf(picture, 1), box)),
                            sized(cropped(channelOf(picture, 2), box))});
}

GreyField asItIs(const Raster& raster)
{
    GreyField field(raster.width, raster.height);
    std::ranges::copy(raster.pixels, field.values.begin());
    return field;
}

Raster bytesOf(const GreyField& field, float scale)
{
    Raster out(field.width, field.height);
    std::ranges::transform(field.values, out.pixels.begin(), [scale](float v) {
        return static_cast<std::uint8_t>(std::clamp(std::lround(v * scale), 0L, 255L));
    });
    return out;
}

void keepWithin(Raster& ink, const Raster& sheet)
{
    for (std::size_t i = 0; i < std::min(ink.pixels.size(), sheet.pixels.size()); ++i)
        if (sheet.pixels[i] == 0)
            ink.pixels[i] = 0;
}

/// Steps 5 and 6.
PartedInk inkOf(const GreyField& field, const PictureOptions& options, bool small, PictureSteps& steps)
{
    PartedInk parted = small || fillsPicture(field) ? partGlobally(field, options.threshold)
                                                    : partLocally(field, options.threshold);
    if (parted.ink.empty())
        return parted;
    keepWithin(parted.ink, steps.paper);
    if (options.takeOutRules && !small) {
        InkRules rules = rulesIn(parted.ink);
        if (!rules.lines.empty()) {
            parted = partWithout(std::move(parted), rules.lines, options.threshold);
            steps.rules = std::move(rules.lines);
            steps.doubts.entangled = rules.alongFigure;
        }
    }
    if (!parted.ink.empty())
        keepWithin(parted.ink, steps.paper);
    return parted;
}

float quantileOf(std::vector<float> values, double share)
{
    const auto at =
        values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// How much ink the pixels of a small picture hold, those of its figure and beside them.
Raster amountsOf(const GreyField& field, const PictureSteps& steps)
{
    const auto signedValue = [&](float v) { return steps.inkIsDark ? -v : v; };
    std::vector<float> values;
    std::ranges::transform(field.values, std::back_inserter(values), signedValue);
    const float paper = quantileOf(values, kPaperQuantile);
    const float range = std::max(1.0F, *std::ranges::max_element(values) - paper);
    const int times = steps.figure.width / field.width;
    Raster amounts(field.width, field.height);
    for (int y = 0; y < field.height; ++y) {
        for (int x = 0; x < field.width; ++x) {
            bool near = false;
            for (int py = std::max(0, (y - 1) * times); py < std::min(steps.figure.height, (y + 2) * times);
                 ++py)
                for (int px = std::max(0, (x - 1) * times);
                     px < std::min(steps.figure.width, (x + 2) * times); ++px)
                    near = near || steps.figure.at(px, py) != 0;
            const float share = (values[field.index(x, y)] - paper) / range;
            amounts.at(x, y) = near
                                   ? static_cast<std::uint8_t>(std::clamp(std::lround(255 * share), 0L, 255L))
                                   : std::uint8_t{0};
        }
    }
    return amounts;
}

/// Step 7.
Raster figureOf(const Raster& ink, bool small, bool amongRules)
{
    const BorderInk border = amongRules ? BorderInk::AmongRules : small ? BorderInk::Kept : BorderInk::Stray;
    Raster figure = withoutStrayInk(ink, border);
    if (!amongRules)
        return figure;
    const Box box = inkBox(figure);
    const double least = kLeastFigure * std::max(ink.width, ink.height);
    return std::max(box.width, box.height) < least ? Raster(ink.width, ink.height) : figure;
}

/// How much to add around the ink, pixels, for lines of the standard width in the figure that results.
double thickening(const Raster& ink)
{
    const Box box = inkBox(ink);
    const double side = std::max(box.width, box.height);
    const double width = meanLineWidth(ink);
    if (width == 0 || width >= kStrokeWidth * side)
        return 0;
    // (width + 2 r) / (side + 2 r) is to be the standard share.
    return (kStrokeWidth * side - width) / (2 * (1 - kStrokeWidth));
}

}  // namespace

PictureSteps pictureSteps(const Picture& picture, int longest)
{
    PictureSteps steps;
    if (picture.grey.empty())
        return steps;
    const PictureOptions& options = picture.options;
    steps.ground = groundOf(picture);
    const LookedAt part = partOf(picture, steps.ground);
    steps.sheetFound = part.sheet;
    steps.crop = {static_cast<double>(part.box.x) / picture.grey.width,
                  static_cast<double>(part.box.y) / picture.grey.height,
                  static_cast<double>(part.box.width) / picture.grey.width,
                  static_cast<double>(part.box.height) / picture.grey.height};
    const bool small = std::max(part.box.width, part.box.height) < kSmallPicture;

    const auto sized = [longest](const Raster& raster) { return toWorkingSize(raster, longest); };
    AxisGrey grey = greyOf(picture, steps.ground, part.box, sized);
    steps.colour = grey.colour;
    steps.paper = Raster(grey.field.width, grey.field.height);
    std::ranges::fill(steps.paper.pixels, std::uint8_t{255});
    if (!part.pixels.empty()) {
        const GreyField sheet = sized(cropped(part.pixels, part.box));
        std::ranges::transform(sheet.values, steps.paper.pixels.begin(),
                               [](float v) { return static_cast<std::uint8_t>(v >= 254 ? 255 : 0); });
        fillBeside(grey.field, steps.paper);
    }
    steps.grey = bytesOf(grey.field, 1);
    if (options.evenOutShadow && !small && steps.ground == PictureGround::Sheet) {
        if (const auto light = shadowOn(grey.field)) {
            steps.light = bytesOf(*light, 255);
            grey.field = evenlyLit(grey.field, *light);
        }
    }
    PartedInk parted = inkOf(grey.field, options, small, steps);
    steps.inkIsDark = parted.dark;
    steps.doubts.cutOff = picture.cutOff;
    if (parted.ink.empty()) {
        steps.figure = Raster(grey.field.width, grey.field.height);
        steps.ink = steps.figure;
        return steps;
    }
    steps.threshold = std::max(1, static_cast<int>(std::lround(parted.threshold)));
    steps.figure =
        figureOf(small ? parted.ink : withoutFaintInk(parted.ink, steps.grey), small, !steps.rules.empty());
    steps.ink = std::move(parted.ink);
    if (small && part.pixels.empty() && !options.threshold)
        steps.amounts = amountsOf(greyOf(picture, steps.ground, part.box, asItIs).field, steps);
    steps.doubts.several = looksLikeSeveral(steps.figure);
    steps.doubts.entangled = steps.doubts.entangled || looksEntangled(steps.figure);
    return steps;
}

InkMask figureMask(const Picture& picture, const PictureSteps& steps)
{
    if (inkBox(steps.figure).width == 0)
        return {};
    InkMask mask;
    mask.ink = steps.figure;
    const auto placed = [](double at) { return std::abs(at) <= 1e9 ? at : 0; };
    const auto sized = [](double side, int pixels) { return side > 0 && side <= 1e9 ? side : pixels; };
    const double width = sized(picture.width, picture.grey.width);
    const double height = sized(picture.height, picture.grey.height);
    mask.x = placed(picture.x) + steps.crop.left * width;
    mask.y = placed(picture.y) + steps.crop.top * height;
    mask.pixelWidth = steps.crop.width * width / steps.figure.width;
    mask.pixelHeight = steps.crop.height * height / steps.figure.height;
    mask.thicken = thickening(mask.ink) * (mask.pixelWidth + mask.pixelHeight) / 2;
    return mask;
}

InkMask pictureInk(const Picture& picture)
{
    return figureMask(picture, pictureSteps(picture));
}

}  // namespace glyphscope
