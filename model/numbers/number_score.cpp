// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/number_score.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr double kLeastProbability = 1e-4;  // below it, one is as wrong as another
constexpr double kPlentyOfEvidence = 8;
constexpr double kMostLacking = 12;
constexpr int kPointsCompared = 40;  // of a piece, evenly along it

double& of(NumberFeatures& features, NumberFeature feature)
{
    return features[static_cast<std::size_t>(feature)];
}

/// Points of an atom, at most some of them.
std::vector<Point> someOf(const Drawing& drawing, const InkAtom& atom)
{
    std::vector<Point> points;
    for (const StrokePiece& piece : atom.pieces) {
        const auto& all = drawing.strokes[static_cast<std::size_t>(piece.stroke)].points;
        const int step = std::max(1, (piece.end - piece.first) / kPointsCompared);
        for (int i = piece.first; i < piece.end; i += step)
            points.push_back(all[static_cast<std::size_t>(i)]);
        points.push_back(all[static_cast<std::size_t>(piece.end - 1)]);
    }
    return points;
}

double distance(const Point& p, const Point& a, const Point& b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double along =
        length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0.0;
    return std::hypot(p.x - a.x - along * dx, p.y - a.y - along * dy);
}

/// From points of one line to the nearest segment of another.
double nearest(const std::vector<Point>& points, const std::vector<Point>& line)
{
    double least = std::numeric_limits<double>::infinity();
    for (const Point& p : points)
        for (std::size_t i = 0; i + 1 < line.size(); ++i)
            least = std::min(least, distance(p, line[i], line[i + 1]));
    return least;
}

/// The widest gap in x; 0 where all overlap.
double widestGap(const std::vector<InkAtom>& atoms, const AtomSet& set)
{
    std::vector<InkBounds> byLeft;
    for (const int index : set)
        byLeft.push_back(atoms[static_cast<std::size_t>(index)].bounds);
    std::ranges::sort(byLeft, {}, &InkBounds::left);
    double gap = 0;
    double right = byLeft.front().right;
    for (const InkBounds& bounds : byLeft) {
        gap = std::max(gap, bounds.left - right);
        right = std::max(right, bounds.right);
    }
    return gap;
}

/// The most that another atom of the set lies over or under this one, as a share of its width.
double overlapOf(const std::vector<InkAtom>& atoms, const AtomSet& set, int index)
{
    const InkBounds& own = atoms[static_cast<std::size_t>(index)].bounds;
    double most = 0;
    for (const int other : set)
        if (other != index)
            most = std::max(most, -own.gapTo(atoms[static_cast<std::size_t>(other)].bounds));
    return own.width() > 0 ? std::min(1.0, most / own.width()) : 1.0;
}

/// Adds how the atoms beside the largest one join the others.
void addJoins(const Drawing& drawing, const std::vector<InkAtom>& atoms, const AtomSet& set, double height,
              NumberFeatures& features)
{
    const int main = *std::ranges::max_element(
        set, {}, [&](int index) { return atoms[static_cast<std::size_t>(index)].bounds.height(); });
    std::vector<std::vector<Point>> lines;
    for (const int index : set)
        lines.push_back(someOf(drawing, atoms[static_cast<std::size_t>(index)]));
    for (std::size_t i = 0; i < set.size(); ++i) {
        if (set[i] == main)
            continue;
        double least = height;
        for (std::size_t k = 0; k < set.size(); ++k)
            if (k != i)
                least = std::min({least, nearest(lines[i], lines[k]), nearest(lines[k], lines[i])});
        of(features, NumberFeature::Apart) += least / height;
        of(features, NumberFeature::Overlap) += overlapOf(atoms, set, set[i]);
    }
}

int cutEnds(const Drawing& drawing, const std::vector<StrokePiece>& pieces)
{
    int ends = 0;
    for (const StrokePiece& piece : pieces) {
        const auto& points = drawing.strokes[static_cast<std::size_t>(piece.stroke)].points;
        ends += (piece.first > 0 ? 1 : 0) + (piece.end < static_cast<int>(points.size()) ? 1 : 0);
    }
    return ends;
}

}  // namespace

const NumberWeights& usualNumberWeights()
{
    static const NumberWeights weights{5.83, 0.84, -5.14, -6.76, -5.21, -3.44, 2.39, -3.18, 4.06};
    return weights;
}

NumberFeatures shapeOf(const Drawing& drawing, const std::vector<InkAtom>& atoms, const AtomSet& set,
                       double height)
{
    NumberFeatures features{};
    of(features, NumberFeature::Part) = 1;
    of(features, NumberFeature::Cut) = cutEnds(drawing, piecesOf(atoms, set));
    if (!(height > 0))
        return features;
    const InkBounds bounds = boundsOf(atoms, set);
    const double lacking = std::max(0.0, 1 - bounds.height() / height);
    of(features, NumberFeature::Low) = lacking * lacking;
    of(features, NumberFeature::Wide) = std::min(3.0, std::max(0.0, bounds.width() / height - 1));
    of(features, NumberFeature::Gap) = std::min(1.0, widestGap(atoms, set) / height);
    if (set.size() > 1 && set.size() <= kMostAtomsJoined)
        addJoins(drawing, atoms, set, height, features);
    return features;
}

NumberFeatures withAnswer(NumberFeatures features, const Prediction& prediction)
{
    const double probability =
        prediction.best < 0
            ? 0.0
            : static_cast<double>(prediction.probabilities[static_cast<std::size_t>(prediction.best)]);
    const double lacking =
        prediction.best < 0 ? kMostLacking : kPlentyOfEvidence - static_cast<double>(prediction.evidence);
    of(features, NumberFeature::Certainty) = std::log(std::max(kLeastProbability, probability));
    of(features, NumberFeature::Evidence) = -std::clamp(lacking, 0.0, kMostLacking);
    return features;
}

CandidateScore scoreOf(const NumberFeatures& features, const NumberWeights& weights)
{
    const auto term = [&](NumberFeature feature) {
        return features[static_cast<std::size_t>(feature)] * weights[static_cast<std::size_t>(feature)];
    };
    using enum NumberFeature;
    return {term(Certainty), term(Evidence), term(Low) + term(Wide),
            term(Gap) + term(Apart) + term(Overlap) + term(Cut) + term(Part)};
}

}  // namespace glyphscope
