// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/ink_rules.h"

#include "model/preprocess/ink_components.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace glyphscope {
namespace {

constexpr double kThroughEnds = 0.04;  // of the side: how near to the border a line ends that runs through
constexpr double kThroughLength = 0.9;
constexpr double kCornerReach = 0.035;  // of the longer side: how near the sides of a box meet
constexpr double kBeyondFigure = 0.12;  // of the figure's side
constexpr double kFarBeyondFigure = 0.35;
constexpr double kAtFoot = 0.14;       // of the figure's height: an underline may reach up into it
constexpr double kFigurePart = 0.06;   // of the longer side: smaller pieces are no part of a figure
constexpr double kBareLine = 1.6;      // of its thickness: ink that is thicker is more than the line
constexpr double kLeftPart = 0.45;     // of the figure's width
constexpr double kAlongFigure = 0.45;  // of the figure's side

/// What a line or pieces of ink reach over.
struct Span {
    double left = 1e9;
    double right = -1e9;
    double top = 1e9;
    double bottom = -1e9;
    [[nodiscard]] bool empty() const { return left > right; }
    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
    void add(const Span& o)
    {
        left = std::min(left, o.left);
        right = std::max(right, o.right);
        top = std::min(top, o.top);
        bottom = std::max(bottom, o.bottom);
    }
    [[nodiscard]] Span turned() const { return {top, bottom, left, right}; }
};

Span spanOf(const RuleLine& line)
{
    const auto [low, high] = std::ranges::minmax(line.at);
    const Span span{static_cast<double>(line.first), static_cast<double>(line.last), low, high};
    return line.vertical ? span.turned() : span;
}

double atEnd(const RuleLine& line, double along)
{
    const auto i = static_cast<std::ptrdiff_t>(along) - line.first;
    return line.at[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(i, 0, line.length() - 1))];
}

bool runsThrough(const RuleLine& line, const Raster& ink)
{
    const int side = line.vertical ? ink.height : ink.width;
    const double end = kThroughEnds * side;
    return (line.first <= end && line.last >= side - 1 - end) || line.length() >= kThroughLength * side;
}

/// Whether the lines, one across and one down, meet at the given ends.
bool meet(const RuleLine& across, bool atItsEnd, const RuleLine& down, bool atFoot, double reach)
{
    const double x = atItsEnd ? across.last : across.first;
    const double y = atFoot ? down.last : down.first;
    return std::abs(x - atEnd(down, y)) <= reach && std::abs(y - atEnd(across, x)) <= reach;
}

/// Whether `across` covers all from one vertical to the other, and both end at it.
bool closes(const RuleLine& across, const RuleLine& left, const RuleLine& right, bool foot, double reach)
{
    const auto ends = [&](const RuleLine& down) {
        const double y = foot ? down.last : down.first;
        const double x = atEnd(down, y);
        return x >= across.first - reach && x <= across.last + reach &&
               std::abs(y - atEnd(across, x)) <= reach;
    };
    return ends(left) && ends(right);
}

/// The sides of boxes among `lines`, and what parts boxes into cells.
void markBoxes(const std::vector<RuleLine>& lines, const Raster& ink, std::vector<bool>& taken)
{
    const double reach = kCornerReach * std::max(ink.width, ink.height);
    for (std::size_t t = 0; t < lines.size(); ++t) {
        for (std::size_t b = 0; b < lines.size(); ++b) {
            if (lines[t].vertical || lines[b].vertical ||
                lines[b].middle() < lines[t].middle() + 4 * reach / 3)
                continue;
            std::vector<std::size_t> sides;
            for (std::size_t v = 0; v < lines.size(); ++v)
                if (lines[v].vertical && closes(lines[t], lines[v], lines[v], false, reach) &&
                    closes(lines[b], lines[v], lines[v], true, reach))
                    sides.push_back(v);
            if (sides.size() < 2)
                continue;
            const auto byPlace = [&](std::size_t v) { return lines[v].middle(); };
            const std::size_t left = *std::ranges::min_element(sides, {}, byPlace);
            const std::size_t right = *std::ranges::max_element(sides, {}, byPlace);
            if (byPlace(right) - byPlace(left) < 4 * reach / 3 ||
                !(meet(lines[t], false, lines[left], false, reach) ||
                  meet(lines[b], false, lines[left], true, reach)) ||
                !(meet(lines[t], true, lines[right], false, reach) ||
                  meet(lines[b], true, lines[right], true, reach)))
                continue;
            taken[t] = taken[b] = true;
            for (const std::size_t v : sides)
                taken[v] = true;
        }
    }
}

/// The ink of a line in the column of its own where nothing else lies upon it; its first and last row.
std::optional<std::pair<int, int>> bareRun(const Raster& ink, const RuleLine& line, int along)
{
    const auto isInk = [&](int across) {
        return across >= 0 && across < (line.vertical ? ink.width : ink.height) &&
               (line.vertical ? ink.at(across, along) : ink.at(along, across)) != 0;
    };
    const int slack = static_cast<int>(std::ceil(line.thickness / 2)) + 1;
    const int middle = static_cast<int>(std::lround(line.at[static_cast<std::size_t>(along - line.first)]));
    for (int off = 0; off <= slack; ++off) {
        for (const int start : {middle - off, middle + off}) {
            if (!isInk(start))
                continue;
            int first = start;
            int last = start;
            while (isInk(first - 1))
                --first;
            while (isInk(last + 1))
                ++last;
            if (last - first + 1 > kBareLine * line.thickness + 1.5)
                return std::nullopt;
            return std::pair(first, last);
        }
    }
    return std::pair(0, -1);
}

void addTo(Raster& mask, const Raster& ink, const RuleLine& line)
{
    for (int along = line.first; along <= line.last; ++along)
        if (const auto run = bareRun(ink, line, along))
            for (int across = run->first; across <= run->second; ++across)
                (line.vertical ? mask.at(across, along) : mask.at(along, across)) = 255;
}

Raster less(const Raster& ink, const Raster& lines)
{
    Raster out = ink;
    for (std::size_t i = 0; i < out.pixels.size(); ++i)
        if (lines.pixels[i] != 0)
            out.pixels[i] = 0;
    return out;
}

/// Pieces of ink that are large enough to belong to a figure.
std::vector<Span> piecesOf(const Raster& ink)
{
    std::vector<Span> pieces;
    const double least = kFigurePart * std::max(ink.width, ink.height);
    for (const InkComponent& c : componentsOf(ink, Neighbours::Eight))
        if (c.longerSide() >= least && !touchesBorder(c, ink))
            pieces.push_back({static_cast<double>(c.left), static_cast<double>(c.right),
                              static_cast<double>(c.top), static_cast<double>(c.bottom)});
    return pieces;
}

/// Whether a line across runs on beyond the figure, far or at its foot or head; or lies beneath it.
bool runsBeyond(const Span& line, const Span& figure, double thickness)
{
    const double left = figure.left - line.left;
    const double right = line.right - figure.right;
    const double y = (line.top + line.bottom) / 2;
    const bool below = y > figure.bottom + thickness;
    if (below && line.width() >= 0.6 * figure.width() && y < figure.bottom + figure.height())
        return true;
    const double least = std::min(left, right);
    const bool outside =
        y > figure.bottom - kAtFoot * figure.height() || y < figure.top + kAtFoot * figure.height();
    const double measure = std::max(figure.width(), 0.5 * figure.height());
    return least >= (outside ? kBeyondFigure : kFarBeyondFigure) * measure;
}

/// Lines that are taken out because of where they lie to all other ink.
void markBeyond(const std::vector<RuleLine>& lines, const std::vector<Span>& pieces, std::vector<bool>& taken)
{
    std::vector<std::size_t> more;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (taken[i])
            continue;
        Span figure;
        for (const Span& piece : pieces)
            figure.add(piece);
        for (std::size_t k = 0; k < lines.size(); ++k)
            if (k != i && !taken[k])
                figure.add(spanOf(lines[k]));
        if (figure.empty())
            continue;
        const Span line = spanOf(lines[i]);
        if (lines[i].vertical ? runsBeyond(line.turned(), figure.turned(), lines[i].thickness)
                              : runsBeyond(line, figure, lines[i].thickness))
            more.push_back(i);
    }
    for (const std::size_t i : more)
        taken[i] = true;
}

/// How much of the figure has a line upon it, along the line.
bool liesAlong(const std::vector<RuleLine>& lines, const std::vector<bool>& taken, const Raster& ink)
{
    return std::ranges::any_of(lines, [&](const RuleLine& line) {
        if (!taken[static_cast<std::size_t>(&line - lines.data())])
            return false;
        int longest = 0;
        int now = 0;
        for (int along = line.first; along <= line.last; ++along) {
            now = bareRun(ink, line, along) ? 0 : now + 1;
            longest = std::max(longest, now);
        }
        return longest > kAlongFigure * (line.vertical ? ink.height : ink.width);
    });
}

/// Whether a line on which only the figure's left side ends was taken out: it may have been the foot of a
/// two.
bool mayBeFoot(const RuleLine& line, const std::vector<Span>& pieces, const Raster& ink)
{
    Span figure;
    for (const Span& piece : pieces)
        figure.add(piece);
    if (line.vertical || figure.empty() || line.middle() < figure.bottom - kAtFoot * figure.height())
        return false;
    int touching = 0;
    double sum = 0;
    for (int along = line.first; along <= line.last; ++along) {
        if (bareRun(ink, line, along))
            continue;
        ++touching;
        sum += along;
    }
    return touching > 0 && sum / touching < figure.left + kLeftPart * figure.width();
}

}  // namespace

InkRules rulesIn(const Raster& ink)
{
    const std::vector<RuleLine> lines = straightLines(ink);
    if (lines.empty())
        return {};
    std::vector<bool> taken(lines.size());
    Raster all(ink.width, ink.height);
    for (const RuleLine& line : lines)
        addTo(all, ink, line);
    const std::vector<Span> pieces = piecesOf(less(ink, all));
    const auto through = static_cast<std::size_t>(
        std::ranges::count_if(lines, [&](const RuleLine& line) { return runsThrough(line, ink); }));
    for (std::size_t i = 0; i < lines.size(); ++i)
        // one line alone may be the figure, cut out tightly
        taken[i] = runsThrough(lines[i], ink) && (!pieces.empty() || through > 1 || lines.size() > 1);
    markBoxes(lines, ink, taken);
    const std::vector<bool> before = taken;
    markBeyond(lines, pieces, taken);
    if (std::ranges::find(taken, true) == taken.end())
        return {};
    InkRules rules;
    rules.lines = Raster(ink.width, ink.height);
    for (const bool crossingsToo : {false, true}) {
        // where two lines cross, neither is bare before the rest of both is gone
        const Raster left = crossingsToo ? less(ink, rules.lines) : ink;
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (taken[i])
                addTo(rules.lines, left, lines[i]);
    }
    rules.alongFigure = liesAlong(lines, taken, ink);
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (taken[i] && !before[i] && mayBeFoot(lines[i], pieces, ink))
            rules.alongFigure = true;
    return rules;
}

}  // namespace glyphscope
