// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/read_sheet.h"

#include "model/numbers/page_number.h"
#include "model/numbers/picture_pieces.h"
#include "model/numbers/sheet_rows.h"
#include "model/preprocess/faint_ink.h"
#include "model/preprocess/normalize.h"
#include "model/preprocess/page_ink.h"
#include "model/preprocess/picture_ink.h"
#include "model/preprocess/plane_view.h"
#include "model/preprocess/sheet_marks.h"
#include "model/types/error.h"
#include "model/types/sheet_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace glyphscope {
namespace {

constexpr int kSheetDetail = 2048;
constexpr double kLeastInk = 0.22;    // of a box' side: less is dust
constexpr double kMostInk = 1.8;      // of a box' side: more is a fold
constexpr double kAroundBox = 0.1;    // of its side: how far writing may reach over it
constexpr double kSpeckOfBox = 0.05;  // of its side
constexpr int kLeastItemSide = 96;    // pixels of an item's picture: fewer would be read as a small one

/// A character's picture with the usual options, not a small one.
Drawing enlarged(Picture picture)
{
    const int longer = std::max(picture.grey.width, picture.grey.height);
    const int times = (kLeastItemSide + longer - 1) / longer;
    if (times > 1) {
        Raster large(picture.grey.width * times, picture.grey.height * times);
        for (int y = 0; y < large.height; ++y)
            for (int x = 0; x < large.width; ++x)
                large.at(x, y) = picture.grey.at(x / times, y / times);
        picture.grey = std::move(large);
    }
    picture.options = {};
    return {{}, std::move(picture)};
}

/// An item, or nothing where its picture holds no ink.
std::optional<SheetItem> itemOf(Picture picture, int row, Recognizer& recognizer)
{
    SheetItem item;
    item.drawing = enlarged(std::move(picture));
    const Stages stages = normalize(item.drawing);
    if (stages.empty)
        return std::nullopt;
    item.glyph = stages.glyph;
    item.prediction = recognizer.predict(item.glyph);
    item.row = row;
    return item;
}

void addItem(std::optional<SheetItem> item, SheetReading& sheet)
{
    if (!item)
        return;
    sheet.classes = item->prediction.classes;
    sheet.items.push_back(std::move(*item));
}

/// Whether a square of the code is dark.
bool isDark(const Raster& ink, const PlaneView& view, const SheetLayout& layout, const DrawingBox& square)
{
    int dark = 0;
    constexpr int kSamples = 5;
    for (int i = 0; i < kSamples; ++i)
        for (int j = 0; j < kSamples; ++j) {
            const Point at = view({(square.x + square.width * (i + 1) / (kSamples + 1)) / layout.width(),
                                   (square.y + square.height * (j + 1) / (kSamples + 1)) / layout.height()});
            const int x = std::clamp(static_cast<int>(at.x), 0, ink.width - 1);
            const int y = std::clamp(static_cast<int>(at.y), 0, ink.height - 1);
            dark += ink.at(x, y) != 0 ? 1 : 0;
        }
    return 2 * dark > kSamples * kSamples;
}

std::optional<SheetCode> codeIn(const Raster& ink, const std::array<Point, 4>& marks)
{
    const PlaneView view(marks);
    for (const bool letter : {false, true}) {
        const SheetLayout layout({letter, 0, 1});
        std::array<bool, SheetLayout::kCodeSquares> squares{};
        for (int square = 0; square < SheetLayout::kCodeSquares; ++square)
            squares[static_cast<std::size_t>(square)] = isDark(ink, view, layout, layout.codeSquare(square));
        if (const auto code = codeOf(squares); code && code->letter == letter)
            return code;
    }
    return std::nullopt;
}

/// Which box a piece lies in, as row and column; nothing where in none.
std::optional<std::pair<int, int>> boxOf(const InkComponent& piece, const SheetLayout& layout, int rows,
                                         double pixels)
{
    double x = 0;
    double y = 0;
    for (const auto& [px, py] : piece.pixels) {
        x += px + 0.5;
        y += py + 0.5;
    }
    x /= static_cast<double>(piece.pixels.size()) * pixels;
    y /= static_cast<double>(piece.pixels.size()) * pixels;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < SheetLayout::kColumns; ++column) {
            const DrawingBox box = layout.box(row, column);
            const double over = kAroundBox * box.width;
            if (x >= box.x - over && x < box.x + box.width + over && y >= box.y - over &&
                y < box.y + box.height + over)
                return std::pair(row, column);
        }
    return std::nullopt;
}

/// The writing in the boxes of a sheet that was set straight, `pixels` a millimetre.
SheetReading readBoxes(const Picture& straight, const SheetCode& code, double pixels, Recognizer& recognizer)
{
    const SheetLayout layout(code);
    PictureSteps steps = pictureSteps(straight, kSheetDetail);
    SheetReading sheet;
    sheet.printed = true;
    sheet.rows = code.rows;
    if (steps.ink.empty())
        return sheet;
    const double scale = pixels * steps.ink.width / straight.grey.width;
    const double side = layout.box(0, 0).width * scale;
    std::vector<InkComponent> pieces = componentsOf(steps.ink, Neighbours::Eight);
    dropFaint(pieces, steps.ink, steps.grey);
    std::vector<std::vector<InkComponent>> boxes(static_cast<std::size_t>(code.rows * SheetLayout::kColumns));
    for (InkComponent& piece : pieces) {
        const auto place = boxOf(piece, layout, code.rows, scale);
        if (place && piece.longerSide() >= kSpeckOfBox * side && piece.longerSide() < kMostInk * side)
            boxes[static_cast<std::size_t>(place->first * SheetLayout::kColumns + place->second)].push_back(
                std::move(piece));
    }
    steps.figure = steps.ink;
    const InkMask mask = figureMask(straight, steps);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const bool written = std::ranges::any_of(
            boxes[i], [&](const InkComponent& c) { return c.longerSide() >= kLeastInk * side; });
        if (!written)
            continue;
        AtomSet all;
        for (std::size_t k = 0; k < boxes[i].size(); ++k)
            all.push_back(static_cast<int>(k));
        const PictureInk ink{mask, std::move(boxes[i]), {}};
        addItem(itemOf(pictureOf(ink, all), static_cast<int>(i) / SheetLayout::kColumns, recognizer), sheet);
    }
    return sheet;
}

/// A printed sheet; nothing where it is none.
std::optional<SheetReading> readPrinted(const Picture& picture, const PictureSteps& steps,
                                        Recognizer& recognizer, int& firstClass)
{
    auto marks = sheetMarks(steps.ink);
    if (!marks)
        return std::nullopt;
    const auto code = codeIn(steps.ink, *marks);
    if (!code)
        throw Error(GLYPHSCOPE_TEXT("Sheet", "The sheet has its marks, but the squares between the upper two "
                                             "cannot be read. Photograph it again, in even light and with "
                                             "nothing upon it."));
    for (Point& mark : *marks)  // to the pixels of the picture
        mark = {(steps.crop.left + mark.x / steps.ink.width * steps.crop.width) * picture.grey.width,
                (steps.crop.top + mark.y / steps.ink.height * steps.crop.height) * picture.grey.height};
    const SheetLayout layout(*code);
    const auto reach = [&](std::size_t a, std::size_t b) {
        return std::hypot((*marks)[a].x - (*marks)[b].x, (*marks)[a].y - (*marks)[b].y);
    };
    const double pixels = std::clamp(std::max({reach(0, 1), reach(3, 2)}) / layout.width(), 3.0, 7.0);
    firstClass = code->page * SheetLayout::kMostRows;
    const Picture straight =
        straightened(picture, *marks, static_cast<int>(std::lround(layout.width() * pixels)),
                     static_cast<int>(std::lround(layout.height() * pixels)));
    return readBoxes(straight, *code, pixels, recognizer);
}

/// Rows on plain paper.
SheetReading readPlain(const Picture& picture, const PictureSteps& steps, Recognizer& recognizer)
{
    constexpr double kAnyGap = std::numeric_limits<double>::infinity();
    PageInk page = pageInk(steps, kAnyGap);
    SheetReading sheet;
    if (page.lines.empty())
        return sheet;
    PictureSteps all = steps;
    all.figure = steps.ink;
    const InkMask mask = figureMask(picture, all);
    const bool digits = recognizer.predict(Glyph{}).classes.isDigits();
    for (PageLine& line : page.lines) {
        const std::size_t before = sheet.items.size();
        if (digits) {  // how they are divided was fitted on digits
            for (NumberPart& part : readLine(mask, std::move(line), recognizer).parts)
                addItem(itemOf(std::move(*part.drawing.picture), sheet.rows, recognizer), sheet);
        } else {
            for (PageBody& body : line) {
                AtomSet set;
                for (std::size_t k = 0; k < body.size(); ++k)
                    set.push_back(static_cast<int>(k));
                const PictureInk ink{mask, std::move(body), {}};
                addItem(itemOf(pictureOf(ink, set), sheet.rows, recognizer), sheet);
            }
        }
        sheet.rows += sheet.items.size() > before ? 1 : 0;
    }
    return sheet;
}

void label(SheetReading& sheet, SheetLabels how, int firstClass)
{
    std::vector<std::vector<Prediction>> rows(static_cast<std::size_t>(sheet.rows));
    for (const SheetItem& item : sheet.items)
        rows[static_cast<std::size_t>(item.row)].push_back(item.prediction);
    std::vector<int> classes = classesOfRows(rows, sheet.classes.size());
    if (sheet.printed)
        for (int row = 0; row < sheet.rows; ++row)
            classes[static_cast<std::size_t>(row)] = firstClass + row;
    sheet.byRows = how == SheetLabels::Rows ||
                   (how == SheetLabels::Auto && (sheet.printed || areOneClassEach(rows, classes)));
    for (SheetItem& item : sheet.items)
        item.label = sheet.byRows ? classes[static_cast<std::size_t>(item.row)] : item.prediction.best;
}

}  // namespace

SheetReading readSheet(const Picture& picture, Recognizer& recognizer, SheetLabels labels)
{
    Picture whole = picture;
    whole.options.takeOutRules = false;
    const PictureSteps steps = pictureSteps(whole, kSheetDetail);
    int firstClass = 0;
    std::optional<SheetReading> sheet;
    if (!steps.ink.empty())
        sheet = readPrinted(whole, steps, recognizer, firstClass);
    if (!sheet)
        sheet = readPlain(picture, pictureSteps(picture, kSheetDetail), recognizer);
    if (sheet->items.empty())
        throw Error(sheet->printed
                        ? GLYPHSCOPE_TEXT("Sheet", "Nothing is written in the boxes of the sheet. Fill it "
                                                   "with a dark pen, then photograph it.")
                        : GLYPHSCOPE_TEXT("Sheet", "No characters were found. Photograph the sheet from "
                                                   "above, in even light and with all of it in the "
                                                   "picture."));
    if (sheet->printed && firstClass + sheet->rows > sheet->classes.size())
        throw Error(GLYPHSCOPE_TEXT("Sheet", "The sheet has rows for %1 classes, and these weights know %2. "
                                             "Choose the weights that it was printed with."),
                    firstClass + sheet->rows, sheet->classes.size());
    label(*sheet, labels, firstClass);
    return std::move(*sheet);
}

}  // namespace glyphscope
