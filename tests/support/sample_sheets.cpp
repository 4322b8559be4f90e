// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_sheets.h"

#include "model/types/sheet_layout.h"

#include <algorithm>
#include <cmath>

namespace glyphscope::test {
namespace {

constexpr int kRows = 10;
constexpr int kPhotoWidth = 800;
constexpr int kPhotoHeight = 1040;
const Colour kSheetPaper{232, 230, 224};
const Colour kPen{36, 40, 70};

/// Millimetres of the paper to pixels of the photograph.
struct Camera {
    SheetPhoto photo;
    double paperWidth = 0;
    double paperHeight = 0;

    [[nodiscard]] double scale() const
    {
        const double share = photo.table ? 0.8 : 0.97;
        return share * std::min(kPhotoWidth / paperWidth, kPhotoHeight / paperHeight);
    }
    [[nodiscard]] Point operator()(Point p) const
    {
        const double x = (p.x - paperWidth / 2) * scale();
        const double y = (p.y - paperHeight / 2) * scale();
        const double depth = 1 - photo.tilt * y / kPhotoHeight;
        return {kPhotoWidth / 2.0 + (x * std::cos(photo.turn) - y * std::sin(photo.turn)) / depth,
                kPhotoHeight / 2.0 + (x * std::sin(photo.turn) + y * std::cos(photo.turn)) / depth};
    }
    [[nodiscard]] std::array<Point, 4> operator()(double x, double y, double width, double height) const
    {
        return {(*this)({x, y}), (*this)({x + width, y}), (*this)({x + width, y + height}),
                (*this)({x, y + height})};
    }
    [[nodiscard]] std::vector<Stroke> operator()(std::vector<Stroke> strokes) const
    {
        for (Stroke& stroke : strokes)
            for (Point& p : stroke.points)
                p = (*this)(p);
        return strokes;
    }
};

double uniform(double low, double high, std::mt19937& random)
{
    return std::uniform_real_distribution<double>(low, high)(random);
}

const std::vector<Stroke>& anyOf(const std::vector<std::vector<Stroke>>& drawings, std::mt19937& random)
{
    return drawings[std::uniform_int_distribution<std::size_t>(0, drawings.size() - 1)(random)];
}

Page tableWithSheet(const Camera& camera)
{
    Page page(kPhotoWidth, kPhotoHeight, camera.photo.table ? Colour{80, 58, 40} : kSheetPaper);
    if (camera.photo.table)
        page.fill(camera(0, 0, camera.paperWidth, camera.paperHeight), kSheetPaper);
    return page;
}

Rgba turned(Rgba image, int quarters)
{
    for (int k = 0; k < quarters; ++k) {
        Rgba next{image.height, image.width, std::vector<std::uint8_t>(image.pixels.size())};
        for (int y = 0; y < image.height; ++y)
            for (int x = 0; x < image.width; ++x)
                std::copy_n(image.pixels.begin() + 4 * (y * image.width + x), 4,
                            next.pixels.begin() + 4 * (x * next.width + image.height - 1 - y));
        image = std::move(next);
    }
    return image;
}

Rgba photographed(Page& page, const SheetPhoto& photo, std::mt19937& random)
{
    if (photo.shadow)
        page.light([](double x, double y) { return x + 0.4 * y > 720 ? 0.68 : 1.0; });
    page.blur();
    page.noise(2, random);
    return turned(page.rgba(), photo.quarterTurns);
}

std::vector<Stroke> outline(const DrawingBox& box, double margin)
{
    const double x = box.x + margin;
    const double y = box.y + margin;
    return {{{{x, y}, {x + box.width, y}, {x + box.width, y + box.height}, {x, y + box.height}, {x, y}}, 1}};
}

void append(const std::vector<Stroke>& strokes, std::vector<Stroke>& all)
{
    all.insert(all.end(), strokes.begin(), strokes.end());
}

}  // namespace

Rgba printedSheet(const DigitInk& ink, const SheetPhoto& photo, std::mt19937& random)
{
    const SheetCode code{false, 0, kRows};
    const SheetLayout layout(code);
    constexpr double kEdge = SheetLayout::kMargin;
    const Camera camera{photo, layout.paperWidth(), layout.paperHeight()};
    Page page = tableWithSheet(camera);
    const auto square = [&](double x, double y, double side, Colour colour) {
        page.fill(camera(kEdge + x - side / 2, kEdge + y - side / 2, side, side), colour);
    };
    const Colour black{20, 20, 20};
    for (const double x : {0.0, layout.width()})
        for (const double y : {0.0, layout.height()})
            square(x, y, SheetLayout::kMark, black);
    square(0, 0, SheetLayout::kMarkHole, kSheetPaper);
    const auto squares = squaresOf(code);
    for (int k = 0; k < SheetLayout::kCodeSquares; ++k)
        if (const DrawingBox box = layout.codeSquare(k); squares[static_cast<std::size_t>(k)])
            page.fill(camera(kEdge + box.x, kEdge + box.y, box.width, box.height), black);
    std::vector<Stroke> boxes;
    std::vector<Stroke> labels;
    std::vector<Stroke> writing;
    for (int row = 0; row < kRows; ++row) {
        const auto& drawings = ink[static_cast<std::size_t>(row)];
        const DrawingBox label = layout.label(row);
        append(fitted(drawings.front(), kEdge + label.x + 6, kEdge + label.y + 4, 6, 6), labels);
        for (int column = 0; column < SheetLayout::kColumns; ++column) {
            const DrawingBox box = layout.box(row, column);
            append(outline(box, kEdge), boxes);
            if (column >= photo.perRow)
                continue;
            const double side = box.width * uniform(0.6, 1.0, random);
            append(fitted(anyOf(drawings, random),
                          kEdge + box.x + (box.width - side) * uniform(0.2, 0.8, random),
                          kEdge + box.y + (box.height - side) * uniform(0.2, 0.8, random), side, side),
                   writing);
        }
    }
    page.strokes(camera(boxes), 1.2, {176, 200, 222});
    page.strokes(camera(labels), 2.2, {70, 70, 70});
    page.strokes(camera(writing), uniform(2.5, 4.5, random), kPen);
    return photographed(page, photo, random);
}

Rgba plainSheet(const DigitInk& ink, const SheetPhoto& photo, std::mt19937& random)
{
    const Camera camera{photo, 210, 297};
    Page page = tableWithSheet(camera);
    std::vector<Stroke> writing;
    for (int row = 0; row < kRows; ++row)
        for (int column = 0; column < photo.perRow; ++column)
            append(fitted(anyOf(ink[static_cast<std::size_t>((photo.first + row) % kRows)], random),
                          22 + 17 * column + uniform(-2, 2, random), 24 + 25 * row + uniform(-2, 2, random),
                          11, uniform(10, 13, random)),
                   writing);
    page.strokes(camera(writing), uniform(2.5, 4.5, random), kPen);
    return photographed(page, photo, random);
}

}  // namespace glyphscope::test
