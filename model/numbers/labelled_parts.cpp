// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/labelled_parts.h"

#include "model/numbers/number_lattice.h"
#include "model/numbers/number_truth.h"
#include "model/numbers/read_number.h"

#include <algorithm>
#include <optional>
#include <string>

namespace glyphscope {
namespace {

constexpr int kDivisionsTried = 200;
constexpr std::size_t kOneErrorIn = 5;

std::vector<std::string> charactersIn(std::string_view text)
{
    std::vector<std::string> characters;
    for (const char c : text) {
        const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
        if (!continues || characters.empty())
            characters.emplace_back();
        characters.back() += c;
    }
    return characters;
}

const Prediction& predictionIn(const NumberLattice& lattice, int candidate)
{
    return lattice.predictions[static_cast<std::size_t>(candidate)];
}

std::size_t agreements(const NumberLattice& lattice, const NumberDivision& division,
                       const std::vector<std::string>& truth)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        const Prediction& read = predictionIn(lattice, division.candidates[i]);
        count += read.best >= 0 && read.classes.name(read.best) == truth[i] ? 1 : 0;
    }
    return count;
}

/// Null where none is to be trusted.
const NumberDivision* divisionFor(const NumberLattice& lattice, const std::vector<NumberDivision>& divisions,
                                  const std::vector<std::string>& truth)
{
    const NumberDivision* best = nullptr;
    std::size_t most = 0;
    for (const NumberDivision& division : divisions) {
        if (division.candidates.size() != truth.size())
            continue;
        const std::size_t agree = agreements(lattice, division, truth);
        if (best == nullptr || agree > most) {
            best = &division;
            most = agree;
        }
    }
    const std::size_t errors = std::max<std::size_t>(1, truth.size() / kOneErrorIn);
    return most + errors >= truth.size() ? best : nullptr;
}

}  // namespace

std::vector<NumberPart> partsOfLabel(const Drawing& drawing, std::string_view truth, Recognizer& recognizer)
{
    const std::vector<std::string> characters = charactersIn(truth);
    if (characters.size() < 2 || drawing.picture)
        return {};
    const NumberLattice lattice = latticeOf(drawing, readAsOne(drawing, recognizer), recognizer, {});
    if (lattice.sets.empty())
        return {};
    const auto divisions = divisionsOf(lattice, usualNumberWeights(), kDivisionsTried);
    const NumberDivision* division = divisionFor(lattice, divisions, characters);
    std::vector<NumberPart> parts;
    if (division == nullptr)
        return parts;
    for (const int candidate : division->candidates) {
        const AtomSet& set = lattice.sets[static_cast<std::size_t>(candidate)];
        NumberPart& part = parts.emplace_back();
        part.pieces = piecesOf(lattice.atoms, set);
        part.drawing = drawingOf(drawing, part.pieces);
        part.prediction = predictionIn(lattice, candidate);
        part.box = boxOf(boundsOf(lattice.atoms, set));
    }
    return parts;
}

std::vector<LabelledDrawing> charactersOf(const LabelledDrawing& number, Recognizer& recognizer)
{
    std::vector<LabelledDrawing> all;
    const std::vector<std::string> labels = charactersIn(number.truth);
    std::vector<NumberPart> parts = partsOfLabel(number.drawing, number.truth, recognizer);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        LabelledDrawing& one = all.emplace_back();
        one.drawing = std::move(parts[i].drawing);
        one.truth = labels[i];
        if (!number.id.empty())
            one.id = number.id + '#' + std::to_string(i);
    }
    return all;
}

}  // namespace glyphscope
