// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/read_number.h"

#include "model/numbers/number_lattice.h"
#include "model/numbers/page_number.h"
#include "model/numbers/part_doubts.h"
#include "model/numbers/picture_number.h"
#include "model/preprocess/data_image.h"
#include "model/preprocess/normalize.h"
#include "model/preprocess/several_digits.h"
#include "model/recognition/doubts.h"

#include <algorithm>
#include <optional>

namespace glyphscope {
namespace {

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

NumberReading divided(const Drawing& drawing, const NumberLattice& lattice)
{
    NumberReading reading;
    for (std::size_t i = 0; i < lattice.sets.size(); ++i) {
        NumberCandidate candidate;
        candidate.pieces = piecesOf(lattice.atoms, lattice.sets[i]);
        candidate.box = boxOf(boundsOf(lattice.atoms, lattice.sets[i]));
        candidate.prediction = lattice.predictions[i];
        candidate.score = scoreOf(lattice.features[i], usualNumberWeights());
        reading.considered.push_back(std::move(candidate));
    }
    reading.divisions = divisionsOf(lattice, usualNumberWeights(), kDivisionsKept);
    for (const int index : reading.divisions.front().candidates) {
        NumberCandidate& candidate = reading.considered[static_cast<std::size_t>(index)];
        candidate.taken = true;
        reading.parts.push_back(partOf(drawing, candidate.pieces, candidate.prediction));
    }
    return reading;
}

std::ptrdiff_t sureParts(const NumberReading& reading)
{
    return std::ranges::count(reading.parts, Verdict::Digit,
                              [](const NumberPart& part) { return part.prediction.verdict; });
}

/// One figure, a line of them, or a page.
NumberReading asPicture(const Drawing& drawing, Prediction whole, Recognizer& recognizer)
{
    if (!drawing.strokes.empty() || isDataImage(drawing))
        return asOne(drawing, std::move(whole));
    std::optional<NumberReading> line = whole.several ? pictureNumber(drawing, recognizer) : std::nullopt;
    PageReading page = pageNumber(drawing, recognizer);
    if (page.lines > 1 || (page.number && whole.several)) {
        const bool better = page.number && (!line || sureParts(*page.number) > sureParts(*line));
        // What is surely one character may be broken in two, but no more.
        if (better && (whole.verdict != Verdict::Digit || sureParts(*page.number) > 2))
            return std::move(*page.number);
        if (page.characters > 2)
            whole.several = true;
        if (page.characters > 2 && whole.verdict == Verdict::Digit)
            whole.verdict = Verdict::Unsure;
    }
    return line ? std::move(*line) : asOne(drawing, std::move(whole));
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

void readPartsAgain(NumberReading& reading, Recognizer& recognizer, const NumberOptions& options)
{
    for (NumberPart& part : reading.parts)
        part.prediction = readAsOne(part.drawing, recognizer);
    const bool ofStrokes =
        std::ranges::none_of(reading.parts, [](const NumberPart& part) { return part.pieces.empty(); });
    if (reading.parts.size() > 1 && ofStrokes && options.fixed.empty())
        addPartDoubts(reading);
}

NumberReading readNumber(const Drawing& drawing, Recognizer& recognizer, const NumberOptions& options)
{
    Prediction whole = readAsOne(drawing, recognizer);
    if (options.oneOnly || whole.verdict == Verdict::Empty || !whole.classes.isDigits())
        return asOne(drawing, std::move(whole));
    if (drawing.picture)
        return asPicture(drawing, std::move(whole), recognizer);
    const NumberLattice lattice = latticeOf(drawing, whole, recognizer, options);
    if (lattice.sets.empty())
        return asOne(drawing, std::move(whole));
    NumberReading reading = divided(drawing, lattice);
    if (reading.parts.size() != 1) {
        if (options.fixed.empty())  // else the user has looked at it
            addPartDoubts(reading);
        return reading;
    }
    NumberReading one = asOne(drawing, std::move(reading.parts.front().prediction));
    reading.parts = std::move(one.parts);
    return reading;
}

}  // namespace glyphscope
