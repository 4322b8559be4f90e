// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/picture_number.h"

#include "model/numbers/picture_pieces.h"
#include "model/preprocess/picture_ink.h"

#include <algorithm>
#include <limits>

namespace glyphscope {
namespace {

constexpr std::size_t kMostPieces = 60;
constexpr double kMostLineHeights = 1.8;  // of one line, in characters

PictureInk inkOf(const Picture& picture, const PictureSteps& steps)
{
    InkMask mask = figureMask(picture, steps);
    if (mask.empty())
        return {};
    std::vector<InkComponent> components = componentsOf(mask.ink, Neighbours::Eight);
    return picturePieces(std::move(mask), std::move(components));
}

bool isOneLine(const PictureInk& ink)
{
    std::vector<InkAtom> atoms;
    InkBounds all;
    for (const InkComponent& component : ink.components) {
        atoms.push_back({{}, ink.boundsOf(component)});
        all.add(atoms.back().bounds);
    }
    return all.height() <= kMostLineHeights * characterHeight(atoms);
}

std::optional<NumberReading> numberIn(const Picture& picture, const PictureSteps& steps,
                                      Recognizer& recognizer)
{
    const PictureInk ink = inkOf(picture, steps);
    if (ink.components.size() < 2 || ink.components.size() > kMostPieces || !isOneLine(ink))
        return std::nullopt;
    const NumberLattice lattice = latticeOf(ink, recognizer);
    NumberReading reading = readingOf(ink, lattice);
    const auto unsure = std::ranges::count_if(
        reading.parts, [](const NumberPart& part) { return part.prediction.verdict != Verdict::Digit; });
    if (reading.parts.size() < 2 || 3 * static_cast<std::size_t>(unsure) > reading.parts.size())
        return std::nullopt;
    for (NumberPart& part : reading.parts)
        part.prediction.cutOff = picture.cutOff;
    return reading;
}

}  // namespace

std::optional<NumberReading> pictureNumber(const Drawing& drawing, Recognizer& recognizer)
{
    Picture picture = *drawing.picture;
    const PictureSteps steps = pictureSteps(picture);
    std::optional<NumberReading> number = numberIn(picture, steps, recognizer);
    if (steps.rules.empty())
        return number;
    // Among many digits the stem of one is easily taken for a ruled line.
    picture.options.takeOutRules = false;
    std::optional<NumberReading> withRules = numberIn(picture, pictureSteps(picture), recognizer);
    const auto score = [](const std::optional<NumberReading>& reading) {
        return reading ? reading->divisions.front().score : -std::numeric_limits<double>::infinity();
    };
    return score(withRules) > score(number) ? std::move(withRules) : std::move(number);
}

}  // namespace glyphscope
