// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/ink_atoms.h"

#include <cmath>

namespace glyphscope {
namespace {

constexpr double kFarthestInk = 1e100;

/// The stretches of a stroke that no fixed part takes.
std::vector<StrokePiece> freePieces(int stroke, int points, std::vector<StrokePiece> taken)
{
    std::ranges::sort(taken);
    std::vector<StrokePiece> pieces;
    int from = 0;
    for (const StrokePiece& piece : taken) {
        if (piece.first > from)
            pieces.push_back({stroke, from, piece.first});
        from = std::max(from, piece.end);
    }
    if (from < points)
        pieces.push_back({stroke, from, points});
    return pieces;
}

bool isIn(const Drawing& drawing, const StrokePiece& piece)
{
    return piece.stroke >= 0 && piece.stroke < static_cast<int>(drawing.strokes.size()) && piece.first >= 0 &&
           piece.first < piece.end &&
           piece.end <=
               static_cast<int>(drawing.strokes[static_cast<std::size_t>(piece.stroke)].points.size());
}

void addAtom(const Drawing& drawing, std::vector<StrokePiece> pieces, bool fixed, std::vector<InkAtom>& atoms)
{
    const InkBounds bounds = boundsOf(drawing, pieces);
    if (!bounds.empty())
        atoms.push_back({mergedPieces(std::move(pieces)), bounds, fixed});
}

}  // namespace

bool isThere(const Point& p)
{
    return std::abs(p.x) <= kFarthestInk && std::abs(p.y) <= kFarthestInk;
}

InkBounds boundsOf(const Drawing& drawing, const std::vector<StrokePiece>& pieces)
{
    InkBounds bounds;
    for (const StrokePiece& piece : pieces) {
        const auto& points = drawing.strokes[static_cast<std::size_t>(piece.stroke)].points;
        for (int i = piece.first; i < piece.end; ++i)
            if (const Point& p = points[static_cast<std::size_t>(i)]; isThere(p))
                bounds.add({p.x, p.x, p.y, p.y});
    }
    return bounds;
}

DrawingBox boxOf(const InkBounds& bounds)
{
    if (bounds.empty())
        return {};
    return {bounds.left, bounds.top, bounds.width(), bounds.height()};
}

std::vector<StrokePiece> wholeStrokes(const Drawing& drawing)
{
    std::vector<StrokePiece> pieces;
    for (std::size_t i = 0; i < drawing.strokes.size(); ++i)
        pieces.push_back({static_cast<int>(i), 0, static_cast<int>(drawing.strokes[i].points.size())});
    return pieces;
}

std::vector<StrokePiece> mergedPieces(std::vector<StrokePiece> pieces)
{
    std::ranges::sort(pieces);
    std::vector<StrokePiece> merged;
    for (const StrokePiece& piece : pieces) {
        if (!merged.empty() && merged.back().stroke == piece.stroke && merged.back().end >= piece.first)
            merged.back().end = std::max(merged.back().end, piece.end);
        else
            merged.push_back(piece);
    }
    return merged;
}

std::vector<InkAtom> atomsOf(const Drawing& drawing, const std::vector<std::vector<StrokePiece>>& fixed)
{
    std::vector<InkAtom> atoms;
    std::vector<std::vector<StrokePiece>> taken(drawing.strokes.size());
    for (std::vector<StrokePiece> part : fixed) {
        std::erase_if(part, [&](const StrokePiece& piece) { return !isIn(drawing, piece); });
        for (const StrokePiece& piece : part)
            taken[static_cast<std::size_t>(piece.stroke)].push_back(piece);
        addAtom(drawing, std::move(part), true, atoms);
    }
    for (std::size_t i = 0; i < drawing.strokes.size(); ++i)
        for (const StrokePiece& piece :
             freePieces(static_cast<int>(i), static_cast<int>(drawing.strokes[i].points.size()), taken[i]))
            addAtom(drawing, {piece}, false, atoms);
    std::ranges::stable_sort(atoms, {}, [](const InkAtom& atom) { return atom.bounds.middle(); });
    return atoms;
}

double characterHeight(const std::vector<InkAtom>& atoms)
{
    std::vector<InkBounds> columns;  // what overlaps in x as one
    std::vector<InkBounds> byLeft;
    for (const InkAtom& atom : atoms)
        byLeft.push_back(atom.bounds);
    std::ranges::sort(byLeft, {}, &InkBounds::left);
    for (const InkBounds& bounds : byLeft) {
        if (columns.empty() || bounds.left > columns.back().right)
            columns.push_back(bounds);
        else
            columns.back().add(bounds);
    }
    std::vector<double> heights;
    for (const InkBounds& column : columns)
        heights.push_back(column.height());
    std::ranges::sort(heights);
    // above the middle: bars, dots and commas are low
    return heights.empty() ? 0 : heights[heights.size() * 2 / 3];
}

}  // namespace glyphscope
