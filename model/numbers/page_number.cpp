// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/page_number.h"

#include "model/numbers/picture_pieces.h"
#include "model/preprocess/page_ink.h"
#include "model/preprocess/picture_ink.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace glyphscope {
namespace {

constexpr std::size_t kMostPiecesOfPage = 1000;
constexpr double kLowPart = 0.6;        // of a character's height
constexpr double kReadableShare = 0.5;  // of the parts is sure, or the page is none of numbers

bool isSure(const NumberPart& part)
{
    return part.prediction.verdict == Verdict::Digit;
}

/// Without what is no character.
void dropStrangers(NumberReading& line, double height)
{
    const bool alone = line.parts.size() == 1;
    std::erase_if(line.parts, [&](const NumberPart& part) {
        return part.prediction.verdict == Verdict::NotADigit &&
               (alone || part.box.height < kLowPart * height);
    });
}

/// Adds a line to a page. Indices of candidates move behind those that are there.
void append(NumberReading line, NumberReading& page)
{
    const auto before = static_cast<int>(page.considered.size());
    const auto first = static_cast<int>(page.parts.size());
    std::ranges::move(line.considered, std::back_inserter(page.considered));
    std::ranges::move(line.parts, std::back_inserter(page.parts));
    page.lines.push_back({first, static_cast<int>(page.parts.size())});
    if (page.divisions.empty())
        page.divisions.emplace_back();
    for (const int candidate : line.divisions.front().candidates)
        page.divisions.front().candidates.push_back(before + candidate);
    page.divisions.front().score += line.divisions.front().score;
}

std::optional<NumberReading> readLines(const Picture& picture, const PictureSteps& steps, PageInk ink,
                                       Recognizer& recognizer)
{
    PictureSteps all = steps;
    all.figure = steps.ink;
    const InkMask mask = figureMask(picture, all);
    const double height = ink.height * mask.pixelHeight;
    NumberReading page;
    for (PageLine& bodies : ink.lines) {
        NumberReading reading = readLine(mask, std::move(bodies), recognizer);
        dropStrangers(reading, height);
        if (!reading.parts.empty())
            append(std::move(reading), page);
    }
    const auto sure = static_cast<double>(std::ranges::count_if(page.parts, isSure));
    if (page.parts.size() < 2 || sure < kReadableShare * static_cast<double>(page.parts.size()))
        return std::nullopt;
    for (NumberPart& part : page.parts)
        part.prediction.cutOff = picture.cutOff;
    return page;
}

std::size_t piecesOf(const PageInk& ink)
{
    std::size_t pieces = 0;
    for (const PageLine& line : ink.lines)
        for (const PageBody& body : line)
            pieces += body.size();
    return pieces;
}

}  // namespace

NumberReading readLine(const InkMask& mask, PageLine bodies, Recognizer& recognizer)
{
    std::vector<InkComponent> pieces;
    for (PageBody& body : bodies)
        std::ranges::move(body, std::back_inserter(pieces));
    const PictureInk line = picturePieces(mask, std::move(pieces));
    return readingOf(line, latticeOf(line, recognizer));
}

PageReading pageNumber(const Drawing& drawing, Recognizer& recognizer)
{
    const Picture& picture = *drawing.picture;
    PictureSteps steps = pictureSteps(picture);
    PageInk ink = pageInk(steps);
    const auto several = [&] { return ink.characters > 1 && piecesOf(ink) <= kMostPiecesOfPage; };
    if (several() && std::max(picture.grey.width, picture.grey.height) > kFigureDetail) {
        steps = pictureSteps(picture, kPageDetail);
        ink = pageInk(steps);
    }
    PageReading reading{static_cast<int>(ink.lines.size()), ink.characters};
    if (several())
        reading.number = readLines(picture, steps, std::move(ink), recognizer);
    return reading;
}

}  // namespace glyphscope
