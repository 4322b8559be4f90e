// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/part_doubts.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace glyphscope {
namespace {

// Shares of a character's height, by tests/bench/number_truth --not-digits: of 9,463 letters and symbols 410
// were surely numbers, now 124 are; of 118 real numbers of two to five digits 113 still are.
constexpr double kTouching = 0.1;
constexpr double kNarrow = 0.35;
constexpr std::size_t kMostPoints = 200;  // of a stroke that are looked at

bool shareAStroke(const NumberPart& a, const NumberPart& b)
{
    return std::ranges::any_of(a.pieces, [&](const StrokePiece& piece) {
        return std::ranges::find(b.pieces, piece.stroke, &StrokePiece::stroke) != b.pieces.end();
    });
}

bool come(const Stroke& a, const Stroke& b, double within)
{
    const std::size_t stepA = 1 + a.points.size() / kMostPoints;
    const std::size_t stepB = 1 + b.points.size() / kMostPoints;
    for (std::size_t i = 0; i < a.points.size(); i += stepA)
        for (std::size_t j = 0; j < b.points.size(); j += stepB)
            if (std::hypot(a.points[i].x - b.points[j].x, a.points[i].y - b.points[j].y) < within)
                return true;
    return false;
}

bool touch(const NumberPart& a, const NumberPart& b, double within)
{
    if (b.box.x - (a.box.x + a.box.width) > within)
        return false;
    return std::ranges::any_of(a.drawing.strokes, [&](const Stroke& left) {
        return std::ranges::any_of(b.drawing.strokes,
                                   [&](const Stroke& right) { return come(left, right, within); });
    });
}

}  // namespace

void addPartDoubts(NumberReading& reading)
{
    double height = 0;
    for (const NumberPart& part : reading.parts)
        height = std::max(height, part.box.height);
    const auto isNarrow = [&](const NumberPart& part) { return part.box.width < kNarrow * height; };
    for (std::size_t i = 0; i + 1 < reading.parts.size(); ++i) {
        NumberPart& left = reading.parts[i];
        NumberPart& right = reading.parts[i + 1];
        const bool narrow = isNarrow(left) || isNarrow(right);
        if (!shareAStroke(left, right) && !(narrow && touch(left, right, kTouching * height)))
            continue;
        for (NumberPart* part : {&left, &right})
            if (part->prediction.verdict == Verdict::Digit)
                part->prediction.verdict = Verdict::Unsure;
    }
}

}  // namespace glyphscope
