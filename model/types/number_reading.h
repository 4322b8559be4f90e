// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"
#include "model/types/prediction.h"

#include <string>
#include <vector>

namespace glyphscope {

/// A stretch of one stroke of a drawing: its points [first, end).
struct StrokePiece {
    int stroke = 0;
    int first = 0;
    int end = 0;
    friend auto operator<=>(const StrokePiece&, const StrokePiece&) = default;
};

/// A rectangle in a drawing's own coordinates; of no width and height for a dot.
struct DrawingBox {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    friend bool operator==(const DrawingBox&, const DrawingBox&) = default;
};

/// Why a candidate is liked: natural logarithms, added up. More is better.
struct CandidateScore {
    double certainty = 0;  ///< of the probability of its best class
    double evidence = 0;   ///< for any class at all
    double size = 0;       ///< its height, width and place beside the others'
    double joins = 0;      ///< how its strokes lie to each other

    [[nodiscard]] double sum() const { return certainty + evidence + size + joins; }
};

/// Strokes that were read as one character when a drawing was divided.
struct NumberCandidate {
    std::vector<StrokePiece> pieces;  ///< in the drawing's order
    DrawingBox box;                   ///< of the points of its strokes
    Prediction prediction;
    CandidateScore score;
    bool taken = false;  ///< it is a part of the division that was chosen
};

/// One way to divide a drawing.
struct NumberDivision {
    std::vector<int> candidates;  ///< into NumberReading::considered, from left to right
    double score = 0;             ///< of its candidates and of the gaps between them
};

/// One character of a number.
struct NumberPart {
    std::vector<StrokePiece> pieces;  ///< of the whole drawing, in its order; none of a picture
    Drawing drawing;                  ///< of these alone, in the whole drawing's coordinates
    Prediction prediction;            ///< as a drawing of its own has it
    DrawingBox box;
};

/// Parts [first, end) of a page that stand in one line.
struct NumberLine {
    int first = 0;
    int end = 0;
    friend bool operator==(const NumberLine&, const NumberLine&) = default;
};

/// What a drawing was read as: one character, several as in a number, or lines of numbers.
struct NumberReading {
    std::vector<NumberPart> parts;  ///< from left to right, line by line; one where nothing was drawn
    std::vector<NumberCandidate>
        considered;                         ///< all that was read on the way; none where there was no choice
    std::vector<NumberDivision> divisions;  ///< the best ones, the chosen one first
    std::vector<NumberLine> lines;          ///< of a page; none where all parts stand in one line

    /// Those of a page, or all parts as one.
    [[nodiscard]] std::vector<NumberLine> allLines() const
    {
        return lines.empty() ? std::vector<NumberLine>{{0, static_cast<int>(parts.size())}} : lines;
    }

    /// The names of the classes of a line's parts in a row.
    [[nodiscard]] std::string text(const NumberLine& line) const
    {
        std::string all;
        for (int i = line.first; i < line.end; ++i)
            if (const Prediction& p = parts[static_cast<std::size_t>(i)].prediction; p.best >= 0)
                all += p.classes.name(p.best);
        return all;
    }

    /// All lines, with a line feed between two; of nothing drawn, nothing.
    [[nodiscard]] std::string text() const
    {
        std::string all;
        for (const NumberLine& line : allLines()) {
            if (!all.empty())
                all += '\n';
            all += text(line);
        }
        return all;
    }
};

/// What the user says about the division.
struct NumberOptions {
    bool oneOnly = false;  ///< the drawing is one character
    /// Parts that are certain: each is one, whatever speaks against it. None share points. What is in none is
    /// divided freely.
    std::vector<std::vector<StrokePiece>> fixed = {};
    friend bool operator==(const NumberOptions&, const NumberOptions&) = default;
};

}  // namespace glyphscope
