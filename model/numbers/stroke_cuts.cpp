// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/stroke_cuts.h"

#include "model/numbers/atom_pairs.h"

#include <cmath>

namespace glyphscope {
namespace {

// Shares of a character's height
constexpr double kNarrowestCut = 0.6;  // a stroke of two characters
constexpr double kLowestPiece = 0.5;
constexpr double kMostOverlap = 0.1;
constexpr double kAwayFromCut = 0.3;
constexpr double kMeeting = 0.12;
constexpr double kTurn = 0.1;

constexpr std::size_t kMostCuts = 12;

InkBounds boundsOfPoint(const Point& p)
{
    return std::isfinite(p.x) && std::isfinite(p.y) ? InkBounds{p.x, p.x, p.y, p.y} : InkBounds{};
}

/// Bounds of the points before each point of a piece, and from it on.
struct Sides {
    std::vector<InkBounds> before;
    std::vector<InkBounds> after;
};

Sides sidesOf(const Stroke& stroke, const StrokePiece& piece)
{
    const auto count = static_cast<std::size_t>(piece.end - piece.first);
    Sides sides{std::vector<InkBounds>(count + 1), std::vector<InkBounds>(count + 1)};
    const auto point = [&](std::size_t i) {
        return boundsOfPoint(stroke.points[static_cast<std::size_t>(piece.first) + i]);
    };
    for (std::size_t i = 0; i < count; ++i) {
        sides.before[i + 1] = sides.before[i];
        sides.before[i + 1].add(point(i));
    }
    for (std::size_t i = count; i-- > 0;) {
        sides.after[i] = sides.after[i + 1];
        sides.after[i].add(point(i));
    }
    return sides;
}

bool partsCharacters(const InkBounds& before, const InkBounds& after, double height)
{
    return !before.empty() && !after.empty() &&
           std::min(before.height(), after.height()) >= kLowestPiece * height &&
           before.gapTo(after) >= -kMostOverlap * height;
}

/// The first or last points of a piece as long as they are `far` from the cut along the line.
StrokePiece awayFrom(const Stroke& stroke, StrokePiece piece, bool fromEnd, double far)
{
    double length = 0;
    while (piece.end - piece.first > 1 && length < far) {
        const int i = fromEnd ? piece.end - 1 : piece.first;
        const Point& p = stroke.points[static_cast<std::size_t>(i)];
        const Point& next = stroke.points[static_cast<std::size_t>(fromEnd ? i - 1 : i + 1)];
        length += std::hypot(next.x - p.x, next.y - p.y);
        (fromEnd ? piece.end : piece.first) += fromEnd ? -1 : 1;
    }
    return piece;
}

/// Whether both sides of a cut meet again elsewhere, as those of a zero do.
bool cutsLoop(const Drawing& drawing, const StrokePiece& piece, int at, double height)
{
    const Stroke& stroke = drawing.strokes[static_cast<std::size_t>(piece.stroke)];
    const StrokePiece before = awayFrom(stroke, {piece.stroke, piece.first, at}, true, kAwayFromCut * height);
    const StrokePiece after = awayFrom(stroke, {piece.stroke, at, piece.end}, false, kAwayFromCut * height);
    return distanceOf(lineOf(drawing, {before}), lineOf(drawing, {after})) < kMeeting * height;
}

/// Where a way from point `begin` to point `end` turns up or down.
std::vector<int> turnsOf(const Stroke& stroke, int begin, int end, double height)
{
    int top = begin;
    int bottom = begin;
    const auto y = [&](int i) { return stroke.points[static_cast<std::size_t>(i)].y; };
    for (int i = begin; i <= end; ++i) {
        top = y(i) < y(top) ? i : top;
        bottom = y(i) > y(bottom) ? i : bottom;
    }
    std::vector<int> turns;
    for (const int i : {std::min(top, bottom), std::max(top, bottom)}) {
        const double turn = std::min(std::abs(y(i) - y(begin)), std::abs(y(i) - y(end)));
        if (i > begin && i < end && turn > kTurn * height && (turns.empty() || turns.back() != i))
            turns.push_back(i);
    }
    return turns;
}

/// Adds the cuts of one way over.
void addWay(const Drawing& drawing, const StrokePiece& piece, int begin, int end, double height,
            std::vector<StrokeCut>& cuts)
{
    if (cutsLoop(drawing, piece, begin, height) || cutsLoop(drawing, piece, end, height))
        return;
    cuts.push_back({begin, end > begin});
    if (end == begin)
        return;
    for (const int turn :
         turnsOf(drawing.strokes[static_cast<std::size_t>(piece.stroke)], begin, end, height))
        cuts.push_back({turn, true});
    cuts.push_back({end, false});
}

}  // namespace

std::vector<StrokeCut> cutsOf(const Drawing& drawing, const StrokePiece& piece, double height)
{
    const Stroke& stroke = drawing.strokes[static_cast<std::size_t>(piece.stroke)];
    const int count = piece.end - piece.first;
    if (count < 4 || !(height > 0))
        return {};
    const Sides sides = sidesOf(stroke, piece);
    if (sides.after[0].width() < kNarrowestCut * height)
        return {};
    std::vector<StrokeCut> cuts;
    int begin = -1;  // of the points that part characters
    for (int i = 1; i <= count && cuts.size() <= kMostCuts; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const bool parts = i < count && partsCharacters(sides.before[at], sides.after[at], height);
        if (parts && begin < 0)
            begin = i;
        if (parts || begin < 0)
            continue;
        addWay(drawing, piece, piece.first + begin, piece.first + i - 1, height, cuts);
        begin = -1;
    }
    if (cuts.size() > kMostCuts)
        return {};  // hatching, or a line that is no number
    return cuts;
}

std::vector<InkAtom> cutAtoms(const Drawing& drawing, const std::vector<InkAtom>& atoms, double height)
{
    std::vector<InkAtom> cut;
    for (const InkAtom& atom : atoms) {
        if (atom.fixed || atom.pieces.size() != 1) {
            cut.push_back(atom);
            continue;
        }
        StrokePiece rest = atom.pieces.front();
        bool way = false;
        for (const StrokeCut& at : cutsOf(drawing, rest, height)) {
            const StrokePiece piece{rest.stroke, rest.first, at.at};
            cut.push_back({{piece}, boundsOf(drawing, {piece}), false, way});
            rest.first = at.at;
            way = at.way;
        }
        cut.push_back({{rest}, boundsOf(drawing, {rest}), false, way});
    }
    std::erase_if(cut, [](const InkAtom& atom) { return atom.bounds.empty(); });
    std::ranges::stable_sort(cut, {}, [](const InkAtom& atom) { return atom.bounds.middle(); });
    return cut;
}

}  // namespace glyphscope
