// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/ink_rules.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace glyphscope {
namespace {

constexpr double kShortestLine = 0.2;    // of the side that it runs along
constexpr double kSteepest = 0.105;      // tangent of six degrees
constexpr double kThickestLine = 0.055;  // of the longer side
constexpr double kSlenderness = 9;       // length by thickness
constexpr double kLineGap = 0.09;        // of the side
constexpr double kLeastSeen = 0.5;
constexpr double kFollowing = 0.12;  // share of each residual that moves the line after its bend
constexpr int kMostLines = 160;

/// Ink from row `first` to row `last` of one column.
struct InkRun {
    int first = 0;
    int last = 0;
    bool thin = false;
    bool used = false;
    [[nodiscard]] double middle() const { return (first + last) / 2.0; }
    [[nodiscard]] int length() const { return last - first + 1; }
};

using InkColumns = std::vector<std::vector<InkRun>>;

InkColumns columnsOf(const Raster& ink, int thickest)
{
    InkColumns columns(static_cast<std::size_t>(ink.width));
    for (int x = 0; x < ink.width; ++x) {
        for (int y = 0; y < ink.height; ++y) {
            if (ink.at(x, y) == 0)
                continue;
            const int first = y;
            while (y < ink.height && ink.at(x, y) != 0)
                ++y;
            columns[static_cast<std::size_t>(x)].push_back({first, y - 1, y - first <= thickest, false});
        }
    }
    return columns;
}

/// Votes of thin runs for the lines that they may lie on.
class Votes {
public:
    Votes(int width, int height)
        : m_width(width)
        , m_steps(std::max(1, static_cast<int>(kSteepest * width / 2)))
        , m_rows(height + 2 * kMargin)
        , m_votes(static_cast<std::size_t>(2 * m_steps + 1) * static_cast<std::size_t>(m_rows))
    {
    }

    void add(int x, double y, int vote)
    {
        for (int step = -m_steps; step <= m_steps; ++step)
            if (const int row =
                    static_cast<int>(std::lround(y - slope(step) * (x - m_width / 2.0))) + kMargin;
                row >= 0 && row < m_rows)
                m_votes[place(step, row)] += vote;
    }

    struct Line {
        double slope = 0;
        double middle = 0;  ///< its row in the middle column
        int votes = 0;
        std::size_t place = 0;
    };

    [[nodiscard]] Line best() const
    {
        Line best;
        for (int step = -m_steps; step <= m_steps; ++step) {
            for (int row = 1; row + 1 < m_rows; ++row) {
                const std::size_t at = place(step, row);
                const int votes = m_votes[at - 1] + m_votes[at] + m_votes[at + 1];
                if (votes > best.votes)
                    best = {slope(step), static_cast<double>(row - kMargin), votes, at};
            }
        }
        return best;
    }

    void forget(const Line& line)
    {
        for (const std::size_t at : {line.place - 1, line.place, line.place + 1})
            m_votes[at] = 0;
    }

private:
    static constexpr int kMargin = 4;
    [[nodiscard]] double slope(int step) const { return 2.0 * step / m_width; }
    [[nodiscard]] std::size_t place(int step, int row) const
    {
        return static_cast<std::size_t>(step + m_steps) * static_cast<std::size_t>(m_rows) +
               static_cast<std::size_t>(row);
    }

    int m_width;
    int m_steps;
    int m_rows;
    std::vector<int> m_votes;
};

/// What a line meets in each column.
enum class Meets { Nothing, Itself, Other };

struct Followed {
    std::vector<Meets> meets;
    std::vector<InkRun*> runs;
    std::vector<double> at;
};

double rowOf(const Votes::Line& line, std::size_t x, std::size_t width)
{
    return line.middle + line.slope * (static_cast<double>(x) - static_cast<double>(width) / 2);
}

/// How thick the runs are that voted for the line, at most: its own, not those of a pen that crosses it.
double thicknessLimit(const InkColumns& columns, const Votes::Line& line)
{
    std::vector<int> lengths;
    for (std::size_t x = 0; x < columns.size(); ++x)
        for (const InkRun& run : columns[x])
            if (run.thin && !run.used && std::abs(run.middle() - rowOf(line, x, columns.size())) <= 1.5)
                lengths.push_back(run.length());
    if (lengths.empty())
        return 0;
    const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
    std::ranges::nth_element(lengths, middle);
    return 1.6 * *middle + 1.5;
}

Followed followed(InkColumns& columns, const Votes::Line& line)
{
    const double thickest = thicknessLimit(columns, line);
    const std::size_t width = columns.size();
    Followed path{std::vector<Meets>(width, Meets::Nothing), std::vector<InkRun*>(width, nullptr),
                  std::vector<double>(width)};
    double bend = 0;
    for (std::size_t x = 0; x < width; ++x) {
        const double y = rowOf(line, x, width);
        for (InkRun& run : columns[x]) {
            if (!run.used && run.length() <= thickest && std::abs(run.middle() - y - bend) <= 2.0) {
                path.meets[x] = Meets::Itself;
                path.runs[x] = &run;
                bend = std::clamp(bend + kFollowing * (run.middle() - y - bend), -6.0, 6.0);
                break;
            }
            if (run.first <= y + bend + 1 && run.last >= y + bend - 1)
                path.meets[x] = Meets::Other;
        }
        path.at[x] = y + bend;
    }
    return path;
}

struct Stretch {
    int first = 0;
    int last = -1;
    int seen = 0;
    [[nodiscard]] int length() const { return last - first + 1; }
};

/// The longest part of the path without a gap.
Stretch longestStretch(const Followed& path, int gap)
{
    Stretch best;
    Stretch now;
    int missing = 0;
    int width = static_cast<int>(path.meets.size());
    for (int x = 0; x < width; ++x) {
        const Meets meets = path.meets[static_cast<std::size_t>(x)];
        if (meets == Meets::Itself) {
            if (now.seen == 0)
                now.first = x;
            ++now.seen;
            now.last = x;
            missing = 0;
            if (now.length() > best.length())
                best = now;
        } else if (meets == Meets::Nothing && ++missing > gap) {
            now = {};
            missing = 0;
        }
    }
    return best;
}

double medianThickness(const Followed& path, const Stretch& part)
{
    std::vector<int> lengths;
    for (int x = part.first; x <= part.last; ++x)
        if (const InkRun* run = path.runs[static_cast<std::size_t>(x)])
            lengths.push_back(run->length());
    std::ranges::nth_element(lengths, lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2));
    return lengths[lengths.size() / 2];
}

/// Lines across a mask.
std::vector<RuleLine> linesAcross(const Raster& ink)
{
    const int longer = std::max(ink.width, ink.height);
    const int thickest = std::max(3, static_cast<int>(kThickestLine * longer));
    const int shortest = std::max(24, static_cast<int>(kShortestLine * ink.width));
    InkColumns columns = columnsOf(ink, thickest);
    Votes votes(ink.width, ink.height);
    for (int x = 0; x < ink.width; ++x)
        for (const InkRun& run : columns[static_cast<std::size_t>(x)])
            if (run.thin)
                votes.add(x, run.middle(), 1);
    std::vector<RuleLine> lines;
    for (int turn = 0; turn < kMostLines; ++turn) {
        const Votes::Line line = votes.best();
        if (line.votes < shortest * kLeastSeen)
            break;
        const Followed path = followed(columns, line);
        const Stretch part = longestStretch(path, std::max(4, static_cast<int>(kLineGap * ink.width)));
        const double thickness = part.seen > 0 ? medianThickness(path, part) : 0;
        if (part.length() < shortest || part.seen < kLeastSeen * part.length() ||
            part.length() < kSlenderness * thickness) {
            votes.forget(line);
            continue;
        }
        lines.push_back({false,
                         part.first,
                         part.last,
                         {path.at.begin() + part.first, path.at.begin() + part.last + 1},
                         thickness,
                         static_cast<double>(part.seen) / part.length()});
        for (int x = part.first; x <= part.last; ++x) {
            if (InkRun* run = path.runs[static_cast<std::size_t>(x)]) {
                run->used = true;
                votes.add(x, run->middle(), -1);
            }
        }
    }
    return lines;
}

Raster transposedInk(const Raster& ink)
{
    Raster out(ink.height, ink.width);
    for (int y = 0; y < ink.height; ++y)
        for (int x = 0; x < ink.width; ++x)
            out.at(y, x) = ink.at(x, y);
    return out;
}

}  // namespace

std::vector<RuleLine> straightLines(const Raster& ink)
{
    std::vector<RuleLine> lines = linesAcross(ink);
    for (RuleLine& line : linesAcross(transposedInk(ink))) {
        line.vertical = true;
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace glyphscope
