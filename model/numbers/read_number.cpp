// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/read_number.h"

#include "model/numbers/candidate_sets.h"
#include "model/numbers/division_search.h"
#include "model/numbers/number_score.h"
#include "model/preprocess/normalize.h"
#include "model/preprocess/several_digits.h"
#include "model/recognition/doubts.h"

#include <algorithm>

namespace glyphscope {
namespace {

constexpr std::size_t kMostAtoms = 100;  // more strokes are no number that somebody wrote
constexpr int kDivisionsKept = 5;

NumberPart partOf(const Drawing& drawing, std::vector<StrokePiece> pieces, Prediction prediction)
{
    NumberPart part;
    part.drawing = drawingOf(drawing, pieces);
    part.box = boxOf(boundsOf(drawing, pieces));
    part.pieces = std::move(pieces);
    part.prediction = std::move(prediction);
    return part;
}

NumberReading asOne(const Drawing& drawing, Prediction prediction)
{
    NumberReading reading;
    NumberPart part;
    part.pieces = wholeStrokes(drawing);
    part.drawing = drawing;
    part.prediction = std::move(prediction);
    part.box = boxOf(boundsOf(drawing, part.pieces));
    if (const auto& picture = drawing.picture)
        part.box = {picture->x, picture->y, picture->width, picture->height};
    reading.parts.push_back(std::move(part));
    return reading;
}

/// The widest gap in x between the strokes of a set, below 0 where all overlap.
double widestGap(const std::vector<InkAtom>& atoms, const AtomSet& set)
{
    std::vector<InkBounds> byLeft;
    for (const int index : set)
        byLeft.push_back(atoms[static_cast<std::size_t>(index)].bounds);
    std::ranges::sort(byLeft, {}, &InkBounds::left);
    double gap = -byLeft.front().width();
    double right = byLeft.front().right;
    for (std::size_t i = 1; i < byLeft.size(); ++i) {
        gap = i == 1 ? byLeft[i].left - right : std::max(gap, byLeft[i].left - right);
        right = std::max(right, byLeft[i].right);
    }
    return gap;
}

NumberCandidate candidateOf(const Drawing& drawing, const std::vector<InkAtom>& atoms, const AtomSet& set,
                            double height, Recognizer& recognizer)
{
    NumberCandidate candidate;
    candidate.pieces = piecesOf(atoms, set);
    candidate.box = boxOf(boundsOf(atoms, set));
    candidate.prediction = readAsOne(drawingOf(drawing, candidate.pieces), recognizer);
    candidate.score = scoreOf(candidate, height, widestGap(atoms, set), NumberWeights());
    return candidate;
}

/// The set of all atoms, where it is none yet.
void addWhole(std::size_t atomCount, std::vector<AtomSet>& sets)
{
    AtomSet whole;
    for (std::size_t i = 0; i < atomCount; ++i)
        whole.push_back(static_cast<int>(i));
    if (std::ranges::find(sets, whole) == sets.end())
        sets.push_back(std::move(whole));
}

double middleOf(const DrawingBox& box)
{
    return box.x + box.width / 2;
}

NumberReading divided(const Drawing& drawing, const std::vector<InkAtom>& atoms, Recognizer& recognizer)
{
    NumberReading reading;
    const double height = characterHeight(atoms);
    std::vector<AtomSet> sets = candidateSets(atoms, height);
    if (std::ranges::none_of(atoms, &InkAtom::fixed))
        addWhole(atoms.size(), sets);
    std::vector<SearchCandidate> search;
    for (const AtomSet& set : sets) {
        reading.considered.push_back(candidateOf(drawing, atoms, set, height, recognizer));
        search.push_back({set, reading.considered.back().score.sum()});
    }
    reading.divisions = bestDivisions(search, static_cast<int>(atoms.size()), kDivisionsKept);
    for (NumberDivision& division : reading.divisions)
        std::ranges::stable_sort(division.candidates, {}, [&](int index) {
            return middleOf(reading.considered[static_cast<std::size_t>(index)].box);
        });
    for (const int index : reading.divisions.front().candidates) {
        NumberCandidate& candidate = reading.considered[static_cast<std::size_t>(index)];
        candidate.taken = true;
        reading.parts.push_back(partOf(drawing, candidate.pieces, candidate.prediction));
    }
    return reading;
}

}  // namespace

Prediction readAsOne(const Drawing& drawing, Recognizer& recognizer)
{
    const Stages stages = normalize(drawing);
    Prediction prediction = recognizer.predict(stages.glyph);  // also of nothing: it knows the classes
    if (stages.empty) {
        Prediction empty;
        empty.classes = prediction.classes;
        return empty;
    }
    prediction.several = looksLikeSeveral(drawing);
    addDoubts(stages, prediction);
    return prediction;
}

Drawing drawingOf(const Drawing& whole, const std::vector<StrokePiece>& pieces)
{
    Drawing drawing;
    for (const StrokePiece& piece : pieces) {
        const Stroke& stroke = whole.strokes[static_cast<std::size_t>(piece.stroke)];
        drawing.strokes.push_back(
            {{stroke.points.begin() + piece.first, stroke.points.begin() + piece.end}, stroke.pen});
    }
    return drawing;
}

NumberReading readNumber(const Drawing& drawing, Recognizer& recognizer, const NumberOptions& options)
{
    if (drawing.picture || options.oneOnly)
        return asOne(drawing, readAsOne(drawing, recognizer));
    const std::vector<InkAtom> atoms = atomsOf(drawing, options.fixed);
    if (atoms.size() < 2 || atoms.size() > kMostAtoms)
        return asOne(drawing, readAsOne(drawing, recognizer));
    NumberReading reading = divided(drawing, atoms, recognizer);
    if (reading.parts.size() != 1)
        return reading;
    NumberReading one = asOne(drawing, std::move(reading.parts.front().prediction));
    reading.parts = std::move(one.parts);
    return reading;
}

}  // namespace glyphscope
