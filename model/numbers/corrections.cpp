// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/corrections.h"

#include "model/numbers/ink_atoms.h"

namespace glyphscope {
namespace {

using Pieces = std::vector<StrokePiece>;

bool overlap(const StrokePiece& a, const StrokePiece& b)
{
    return a.stroke == b.stroke && a.first < b.end && b.first < a.end;
}

/// Fixes `part`; what was fixed of its strokes before is not any more.
void fix(const Pieces& part, NumberOptions& options)
{
    std::erase_if(options.fixed, [&](const Pieces& older) {
        return std::ranges::any_of(older, [&](const StrokePiece& a) {
            return std::ranges::any_of(part, [&](const StrokePiece& b) { return overlap(a, b); });
        });
    });
    options.fixed.push_back(part);
}

/// A stroke's points before and after it passes `x` for the last time.
std::optional<int> lastPassing(const Stroke& stroke, const StrokePiece& piece, double x)
{
    for (int i = piece.end - 1; i > piece.first; --i) {
        const double before = stroke.points[static_cast<std::size_t>(i - 1)].x;
        const double after = stroke.points[static_cast<std::size_t>(i)].x;
        if ((before < x) != (after < x))
            return i;
    }
    return std::nullopt;
}

}  // namespace

NumberOptions withJoined(const NumberReading& reading, int left, NumberOptions options)
{
    if (left < 0 || left + 1 >= static_cast<int>(reading.parts.size()))
        return options;
    Pieces both = reading.parts[static_cast<std::size_t>(left)].pieces;
    const Pieces& right = reading.parts[static_cast<std::size_t>(left) + 1].pieces;
    both.insert(both.end(), right.begin(), right.end());
    fix(mergedPieces(std::move(both)), options);
    return options;
}

std::optional<NumberOptions> withDivided(const NumberReading& reading, int part, double x,
                                         NumberOptions options)
{
    if (part < 0 || part >= static_cast<int>(reading.parts.size()))
        return std::nullopt;
    const NumberPart& whole = reading.parts[static_cast<std::size_t>(part)];
    Pieces left;
    Pieces right;
    for (std::size_t i = 0; i < whole.pieces.size(); ++i) {
        const StrokePiece piece = whole.pieces[i];
        const Stroke& stroke = whole.drawing.strokes[i];
        const StrokePiece own{static_cast<int>(i), 0, static_cast<int>(stroke.points.size())};
        const auto cut = whole.pieces.size() == 1 ? lastPassing(stroke, own, x) : std::nullopt;
        if (cut) {
            left.push_back({piece.stroke, piece.first, piece.first + *cut});
            right.push_back({piece.stroke, piece.first + *cut, piece.end});
        } else {
            (boundsOf(whole.drawing, {own}).middle() < x ? left : right).push_back(piece);
        }
    }
    if (left.empty() || right.empty())
        return std::nullopt;
    fix(left, options);
    fix(right, options);
    return options;
}

}  // namespace glyphscope
