// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/picture_pieces.h"

#include "model/preprocess/normalize.h"
#include "model/preprocess/picture_ink.h"
#include "model/preprocess/rasterise.h"

#include <algorithm>
#include <utility>

namespace glyphscope {
namespace {

constexpr int kDivisionsOfPicture = 5;

/// Where a piece that may hold two characters is cut: the column with the least ink between 30 and 70 % of
/// it.
int thinnestColumn(const InkComponent& component)
{
    std::vector<int> ink(static_cast<std::size_t>(component.width()));
    for (const auto& pixel : component.pixels)
        ++ink[static_cast<std::size_t>(pixel.first - component.left)];
    const auto first = ink.begin() + component.width() * 3 / 10;
    const auto last = ink.begin() + component.width() * 7 / 10 + 1;
    return component.left + static_cast<int>(std::min_element(first, last) - ink.begin());
}

/// Both sides of a column.
std::pair<InkComponent, InkComponent> halvesOf(const InkComponent& component, int column)
{
    InkComponent halves[2];
    for (InkComponent& half : halves)
        half = {{}, component.right, component.bottom, component.left, component.top};
    for (const auto& [x, y] : component.pixels) {
        InkComponent& half = halves[x < column ? 0 : 1];
        half.pixels.emplace_back(x, y);
        half.left = std::min(half.left, x);
        half.right = std::max(half.right, x);
        half.top = std::min(half.top, y);
        half.bottom = std::max(half.bottom, y);
    }
    return {std::move(halves[0]), std::move(halves[1])};
}

/// Cuts the pieces that are wide for a character and high on both sides.
void cutWide(PictureInk& ink)
{
    constexpr double kWideForOne = 0.95;  // shares of a character's height
    constexpr double kHighForOne = 0.6;
    constexpr int kLeastPixels = 8;
    std::vector<InkAtom> atoms;
    for (const InkComponent& component : ink.components)
        atoms.push_back({{}, ink.boundsOf(component)});
    const double height = characterHeight(atoms);
    std::vector<InkComponent> cut;
    for (std::size_t i = 0; i < ink.components.size(); ++i) {
        InkComponent& component = ink.components[i];
        const InkBounds& bounds = atoms[i].bounds;
        std::pair<InkComponent, InkComponent> halves;
        if (component.width() >= kLeastPixels && bounds.width() >= kWideForOne * height)
            halves = halvesOf(component, thinnestColumn(component));
        auto& [left, right] = halves;
        if (std::min(left.height(), right.height()) * ink.mask.pixelHeight < kHighForOne * height) {
            cut.push_back(std::move(component));
            ink.halfOf.push_back(-1);
            continue;
        }
        cut.push_back(std::move(left));
        cut.push_back(std::move(right));
        ink.halfOf.insert(ink.halfOf.end(), 2, static_cast<int>(i));
    }
    ink.components = std::move(cut);
}

/// How many of a set's pieces lack their other half.
int cutSides(const PictureInk& ink, const AtomSet& set)
{
    int sides = 0;
    for (const int index : set) {
        const int half = ink.halfOf[static_cast<std::size_t>(index)];
        sides +=
            half >= 0 && std::ranges::count_if(set,
                                               [&](int other) {
                                                   return ink.halfOf[static_cast<std::size_t>(other)] == half;
                                               }) == 1
                ? 1
                : 0;
    }
    return sides;
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

}  // namespace

PictureInk picturePieces(InkMask mask, std::vector<InkComponent> components)
{
    PictureInk ink;
    ink.mask = std::move(mask);
    ink.components = std::move(components);
    std::ranges::stable_sort(ink.components, {}, [](const InkComponent& c) { return c.left + c.right; });
    cutWide(ink);
    return ink;
}

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

NumberLattice latticeOf(const PictureInk& ink, Recognizer& recognizer)
{
    NumberLattice lattice;
    for (const InkComponent& component : ink.components)
        lattice.atoms.push_back({{}, ink.boundsOf(component)});
    lattice.height = characterHeight(lattice.atoms);
    const Drawing noStrokes;
    AtomPairs pairs(noStrokes, lattice.atoms, lattice.height);
    lattice.sets = candidateSets(lattice.atoms, lattice.height);
    for (const AtomSet& set : lattice.sets) {
        lattice.predictions.push_back(answerTo(pictureOf(ink, set), recognizer));
        NumberFeatures shape = shapeOf(noStrokes, lattice.atoms, set, lattice.height, pairs);
        shape[static_cast<std::size_t>(NumberFeature::Cut)] = cutSides(ink, set);
        lattice.features.push_back(withAnswer(shape, lattice.predictions.back()));
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

}  // namespace glyphscope
