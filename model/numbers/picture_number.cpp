// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/picture_number.h"

#include "model/numbers/number_lattice.h"
#include "model/preprocess/ink_components.h"
#include "model/preprocess/normalize.h"
#include "model/preprocess/picture_ink.h"
#include "model/preprocess/rasterise.h"

#include <algorithm>
#include <limits>

namespace glyphscope {
namespace {

constexpr std::size_t kMostPieces = 60;
constexpr double kMostLineHeights = 1.8;  // of one line, in characters
constexpr int kDivisionsOfPicture = 5;

/// Pieces of ink, and where their pixels lie in the drawing.
struct PictureInk {
    InkMask mask;
    std::vector<InkComponent> components;

    [[nodiscard]] InkBounds boundsOf(const InkComponent& c) const
    {
        return {mask.x + c.left * mask.pixelWidth, mask.x + (c.right + 1) * mask.pixelWidth,
                mask.y + c.top * mask.pixelHeight, mask.y + (c.bottom + 1) * mask.pixelHeight};
    }
};

PictureInk inkOf(const Picture& picture, const PictureSteps& steps)
{
    PictureInk ink;
    ink.mask = figureMask(picture, steps);
    if (!ink.mask.empty())
        ink.components = componentsOf(ink.mask.ink, Neighbours::Eight);
    std::ranges::stable_sort(ink.components, {}, [](const InkComponent& c) { return c.left + c.right; });
    return ink;
}

/// Some pieces as black ink on a white picture, with a rim of a quarter.
Picture pictureOf(const PictureInk& ink, const AtomSet& set)
{
    InkComponent all = ink.components[static_cast<std::size_t>(set.front())];
    for (const int index : set) {
        const InkComponent& c = ink.components[static_cast<std::size_t>(index)];
        all.left = std::min(all.left, c.left);
        all.top = std::min(all.top, c.top);
        all.right = std::max(all.right, c.right);
        all.bottom = std::max(all.bottom, c.bottom);
    }
    const int rim = std::max(2, all.longerSide() / 4);
    Picture picture;
    picture.grey = Raster(all.width() + 2 * rim, all.height() + 2 * rim);
    std::ranges::fill(picture.grey.pixels, std::uint8_t{255});
    for (const int index : set)
        for (const auto& [x, y] : ink.components[static_cast<std::size_t>(index)].pixels)
            picture.grey.at(x - all.left + rim, y - all.top + rim) = 0;
    picture.x = ink.mask.x + (all.left - rim) * ink.mask.pixelWidth;
    picture.y = ink.mask.y + (all.top - rim) * ink.mask.pixelHeight;
    picture.width = picture.grey.width * ink.mask.pixelWidth;
    picture.height = picture.grey.height * ink.mask.pixelHeight;
    picture.options.ground = PictureGround::Sheet;
    picture.options.takeOutRules = false;
    picture.options.evenOutShadow = false;
    return picture;
}

/// What pieces read as, their ink being known.
Prediction answerTo(const Picture& picture, Recognizer& recognizer)
{
    PictureSteps steps;
    steps.figure = picture.grey;
    for (std::uint8_t& pixel : steps.figure.pixels)
        pixel = static_cast<std::uint8_t>(255 - pixel);
    const Raster bitmap = rasterise({}, figureMask(picture, steps), kStrokeWidth);
    return recognizer.predict(normalizeBitmap(bitmap).glyph);
}

NumberLattice latticeOfInk(const PictureInk& ink, Recognizer& recognizer)
{
    NumberLattice lattice;
    for (const InkComponent& component : ink.components)
        lattice.atoms.push_back({{}, ink.boundsOf(component)});
    lattice.height = characterHeight(lattice.atoms);
    InkBounds all;
    for (const InkAtom& atom : lattice.atoms)
        all.add(atom.bounds);
    if (all.height() > kMostLineHeights * lattice.height)
        return lattice;
    const Drawing noStrokes;
    AtomPairs pairs(noStrokes, lattice.atoms, lattice.height);
    lattice.sets = candidateSets(lattice.atoms, lattice.height);
    for (const AtomSet& set : lattice.sets) {
        lattice.predictions.push_back(answerTo(pictureOf(ink, set), recognizer));
        lattice.features.push_back(withAnswer(shapeOf(noStrokes, lattice.atoms, set, lattice.height, pairs),
                                              lattice.predictions.back()));
    }
    return lattice;
}

NumberReading readingOf(const PictureInk& ink, const NumberLattice& lattice)
{
    NumberReading reading;
    for (std::size_t i = 0; i < lattice.sets.size(); ++i)
        reading.considered.push_back({{},
                                      boxOf(boundsOf(lattice.atoms, lattice.sets[i])),
                                      lattice.predictions[i],
                                      scoreOf(lattice.features[i], usualNumberWeights())});
    reading.divisions = divisionsOf(lattice, usualNumberWeights(), kDivisionsOfPicture);
    for (const int index : reading.divisions.front().candidates) {
        NumberCandidate& candidate = reading.considered[static_cast<std::size_t>(index)];
        candidate.taken = true;
        const AtomSet& set = lattice.sets[static_cast<std::size_t>(index)];
        reading.parts.push_back({{}, {{}, pictureOf(ink, set)}, candidate.prediction, candidate.box});
    }
    return reading;
}

std::optional<NumberReading> numberIn(const Picture& picture, const PictureSteps& steps,
                                      Recognizer& recognizer)
{
    const PictureInk ink = inkOf(picture, steps);
    if (ink.components.size() < 2 || ink.components.size() > kMostPieces)
        return std::nullopt;
    const NumberLattice lattice = latticeOfInk(ink, recognizer);
    if (lattice.sets.empty())
        return std::nullopt;
    NumberReading reading = readingOf(ink, lattice);
    if (reading.parts.size() < 2)
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
