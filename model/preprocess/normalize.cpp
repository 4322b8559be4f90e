// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/normalize.h"

#include "model/preprocess/data_image.h"
#include "model/preprocess/grey_box.h"
#include "model/preprocess/picture_ground.h"
#include "model/preprocess/picture_ink.h"
#include "model/preprocess/rasterise.h"
#include "model/preprocess/tight_square.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace glyphscope {
namespace {

constexpr int kBoxSide = 20;
constexpr double kPixelShare = 0.99;  // not 1: it is what made MNIST's texture
constexpr int kGlyphPeak = 250;       // a tenth of MNIST peaks at 254
constexpr double kHair = 1e-11;
constexpr int kLowestOffset = -10;
constexpr int kHighestOffset = 18;

Box tightBox(const Raster& bitmap)
{
    int left = bitmap.width;
    int right = -1;
    int top = -1;
    int bottom = -1;
    for (int y = 0; y < bitmap.height; ++y) {
        const auto row = bitmap.pixels.begin() + static_cast<std::ptrdiff_t>(bitmap.index(0, y));
        const auto end = row + bitmap.width;
        const auto isInk = [](std::uint8_t v) { return v != 0; };
        const auto first = std::find_if(row, end, isInk);
        if (first == end)
            continue;
        const auto last =
            std::find_if(std::make_reverse_iterator(end), std::make_reverse_iterator(row), isInk);
        top = top < 0 ? y : top;
        bottom = y;
        left = std::min(left, static_cast<int>(first - row));
        right = std::max(right, static_cast<int>(last.base() - row) - 1);
    }
    return top < 0 ? Box{} : Box{left, top, right - left + 1, bottom - top + 1};
}

/// The output cells that an input pixel falls into along one axis, and its share in each.
struct Cells {
    int first = 0;
    int last = 0;
    double firstShare = 0;
    double lastShare = 0;
};

std::vector<Cells> axisCells(int side)
{
    const double scale = static_cast<double>(kBoxSide) / side;
    std::vector<Cells> cells(static_cast<std::size_t>(side));
    for (int i = 0; i < side; ++i) {
        const double start = kBoxSide / 2.0 + scale * (i - side / 2.0);
        const double end = start + kPixelShare * scale;
        Cells& c = cells[static_cast<std::size_t>(i)];
        c.first = static_cast<int>(std::floor(start + kHair));
        c.last = static_cast<int>(std::ceil(end - kHair)) - 1;
        c.firstShare = c.first == c.last ? scale : std::clamp(c.first + 1 - start, 0.0, 1.0);
        c.lastShare = std::clamp(end - c.last, 0.0, 1.0);
    }
    return cells;
}

using BoxSums = std::array<double, kBoxSide * kBoxSide>;

/// Adds the ink of one input row to one output row. Sums of doubles depend on their order: from left to
/// right, each cell kept in a register while pixels fall into it.
void addRow(double* out, double share, const std::vector<int>& inkColumns, const std::vector<Cells>& cells)
{
    int cell = 0;
    double sum = out[0];
    for (const int column : inkColumns) {
        const Cells& c = cells[static_cast<std::size_t>(column)];
        if (c.first != cell) {
            out[cell] = sum;
            cell = c.first;
            sum = out[cell];
        }
        sum += share * c.firstShare;
        if (c.last != c.first) {
            out[cell] = sum;
            cell = c.last;
            sum = out[cell] + share * c.lastShare;
        }
    }
    out[cell] = sum;
}

/// Steps 3 and 4, row by row of the (doubled) square as the reference does.
BoxSums resample(const Raster& bitmap, const TightSquare& square)
{
    const int times = square.side < kBoxSide ? 2 : 1;
    const int side = square.side * times;
    const std::vector<Cells> cells = axisCells(side);
    const int rows = std::min(side, (bitmap.height - square.top) * times);
    const int columns = std::min(side, (bitmap.width - square.left) * times);
    BoxSums sums{};
    std::vector<int> inkColumns;
    for (int r = 0; r < rows; ++r) {
        const std::uint8_t* row = bitmap.pixels.data() + bitmap.index(square.left, square.top + r / times);
        inkColumns.clear();
        for (int c = 0; c < columns; ++c)
            if (row[times == 2 ? c / 2 : c] != 0)
                inkColumns.push_back(c);
        const Cells& y = cells[static_cast<std::size_t>(r)];
        addRow(sums.data() + static_cast<std::ptrdiff_t>(y.first) * kBoxSide, y.firstShare, inkColumns,
               cells);
        if (y.last != y.first)
            addRow(sums.data() + static_cast<std::ptrdiff_t>(y.last) * kBoxSide, y.lastShare, inkColumns,
                   cells);
    }
    return sums;
}

/// Step 5: the brightest pixel becomes 255.
Raster quantise(const BoxSums& sums)
{
    const double peak = std::min(1.0, *std::max_element(sums.begin(), sums.end()));
    Raster box(kBoxSide, kBoxSide);
    std::transform(sums.begin(), sums.end(), box.pixels.begin(), [peak](double v) {
        return static_cast<std::uint8_t>(std::clamp(std::floor(v * 255 / peak + 0.5), 0.0, 255.0));
    });
    return box;
}

struct Barycentre {
    double x = 0;
    double y = 0;
};

/// Step 6, pixel centres at +0.5. Exact: the sums are whole numbers.
template <typename Pixels>
Barycentre barycentre(const Pixels& pixels, int side)
{
    long total = 0;
    long sumX = 0;
    long sumY = 0;
    for (int i = 0; i < side * side; ++i) {
        const long v = pixels[static_cast<std::size_t>(i)];
        total += v;
        sumX += v * (i % side);
        sumY += v * (i / side);
    }
    const auto mean = [total](long sum) {
        return (static_cast<double>(sum) + 0.5 * static_cast<double>(total)) / static_cast<double>(total);
    };
    return {mean(sumX), mean(sumY)};
}

int pasteOffset(double centre)
{
    return std::clamp(static_cast<int>(kGlyphSide / 2 + 1 - centre), kLowestOffset, kHighestOffset);
}

/// Step 7.
Glyph paste(const Raster& box, int offsetX, int offsetY)
{
    Glyph glyph{};
    for (int y = std::max(0, -offsetY); y < std::min(kBoxSide, kGlyphSide - offsetY); ++y)
        for (int x = std::max(0, -offsetX); x < std::min(kBoxSide, kGlyphSide - offsetX); ++x)
            glyph[static_cast<std::size_t>((y + offsetY) * kGlyphSide + x + offsetX)] = box.at(x, y);
    return glyph;
}

/// The stages of a glyph that needs no more preparation, or nothing if `grey` is not one.
std::optional<Stages> stagesOfGlyph(const Raster& grey)
{
    if (grey.width != kGlyphSide || grey.height != kGlyphSide)
        return std::nullopt;
    const Box ink = tightBox(grey);
    const int longer = std::max(ink.width, ink.height);
    if (longer > kBoxSide || longer < kBoxSide - 2 || std::ranges::max(grey.pixels) < kGlyphPeak)
        return std::nullopt;
    const Barycentre centre = barycentre(grey.pixels, kGlyphSide);
    const auto settled = [](double c) { return c > kGlyphSide / 2 && c <= kGlyphSide / 2 + 1; };
    if (!settled(centre.x) || !settled(centre.y))
        return std::nullopt;

    Stages stages;
    stages.empty = false;
    std::copy(grey.pixels.begin(), grey.pixels.end(), stages.glyph.begin());
    stages.offsetX = std::clamp(ink.x - (kBoxSide - ink.width) / 2, 0, kGlyphSide - kBoxSide);
    stages.offsetY = std::clamp(ink.y - (kBoxSide - ink.height) / 2, 0, kGlyphSide - kBoxSide);
    stages.box = Raster(kBoxSide, kBoxSide);
    for (int y = 0; y < kBoxSide; ++y)
        for (int x = 0; x < kBoxSide; ++x)
            stages.box.at(x, y) = grey.at(x + stages.offsetX, y + stages.offsetY);
    constexpr int kTimes = 4;
    constexpr int kMargin = (kBitmapSide - kGlyphSide * kTimes) / 2;
    stages.bitmap = Raster(kBitmapSide, kBitmapSide);
    for (int y = 0; y < kGlyphSide * kTimes; ++y)
        for (int x = 0; x < kGlyphSide * kTimes; ++x)
            stages.bitmap.at(x + kMargin, y + kMargin) = grey.at(x / kTimes, y / kTimes) >= 128 ? 255 : 0;
    stages.tight = tightBox(stages.bitmap);
    return stages;
}

Raster inverse(Raster grey)
{
    for (std::uint8_t& v : grey.pixels)
        v = static_cast<std::uint8_t>(255 - v);
    return grey;
}

/// Those of a picture of 28x28: light on dark, dark on light, or opaque on transparent.
std::optional<Stages> stagesOfGlyphIn(const Picture& picture)
{
    if (hasTransparency(picture))
        return stagesOfGlyph(picture.alpha);
    for (const Raster& grey : {picture.grey, inverse(picture.grey)})
        if (auto stages = stagesOfGlyph(grey))
            return stages;
    return std::nullopt;
}

}  // namespace

Stages normalizeBitmap(const Raster& bilevel)
{
    Stages stages;
    stages.tight = tightBox(bilevel);
    if (stages.tight.width == 0)
        return Stages{};
    stages.empty = false;
    stages.bitmap = bilevel;
    for (std::uint8_t& v : stages.bitmap.pixels)
        v = v != 0 ? 255 : 0;
    stages.box = quantise(resample(bilevel, squareAround(stages.tight)));
    const Barycentre centre = barycentre(stages.box.pixels, kBoxSide);
    stages.offsetX = pasteOffset(centre.x);
    stages.offsetY = pasteOffset(centre.y);
    stages.glyph = paste(stages.box, stages.offsetX, stages.offsetY);
    return stages;
}

namespace {

/// Steps 6 and 7 for a picture of few pixels, whose ink in `stages` is drawn already.
void useGreys(const Raster& amounts, Stages& stages)
{
    stages.box = greyBoxOf(amounts);
    const Barycentre centre = barycentre(stages.box.pixels, kBoxSide);
    stages.offsetX = pasteOffset(centre.x);
    stages.offsetY = pasteOffset(centre.y);
    stages.glyph = paste(stages.box, stages.offsetX, stages.offsetY);
}

}  // namespace

Stages normalize(const Drawing& drawing, double strokeWidth)
{
    if (!drawing.picture)
        return normalizeBitmap(rasterise(drawing.strokes, {}, strokeWidth));
    if (isDataImage(drawing))
        return readAsItIs(drawing);
    const Picture& picture = *drawing.picture;
    if (drawing.strokes.empty() && picture.options == PictureOptions())
        if (const auto stages = stagesOfGlyphIn(picture))
            return *stages;
    auto steps = std::make_shared<const PictureSteps>(pictureSteps(picture));
    Stages stages = normalizeBitmap(rasterise(drawing.strokes, figureMask(picture, *steps), strokeWidth));
    if (drawing.strokes.empty() && !stages.empty && !steps->amounts.empty())
        useGreys(steps->amounts, stages);
    stages.picture = std::move(steps);
    return stages;
}

}  // namespace glyphscope
