// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/number_tuning.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace glyphscope {
namespace {

constexpr int kDivisionsCompared = 12;
constexpr int kRounds = 6;
constexpr int kStepsARound = 300;
constexpr double kRate = 0.05;
constexpr double kHeld = 1e-4;  // by the square of the distance from the start

/// The summed features of one division.
struct Rival {
    NumberFeatures features{};
    bool right = false;
};

std::vector<Rival> rivalsOf(const TuningItem& item, const NumberWeights& weights)
{
    std::vector<Rival> rivals;
    for (const NumberDivision& division : divisionsOf(item.lattice, weights, kDivisionsCompared)) {
        Rival rival;
        rival.right = textOf(item.lattice, division) == item.truth;
        for (const int index : division.candidates)
            for (std::size_t f = 0; f < kNumberFeatures; ++f)
                rival.features[f] += item.lattice.features[static_cast<std::size_t>(index)][f];
        rivals.push_back(rival);
    }
    return rivals;
}

double scoreBy(const NumberWeights& weights, const NumberFeatures& features)
{
    double score = 0;
    for (std::size_t f = 0; f < kNumberFeatures; ++f)
        score += weights[f] * features[f];
    return score;
}

/// Adds the slope of log P(right) at `weights`; gives log P(right).
double addSlope(const std::vector<Rival>& rivals, const NumberWeights& weights, NumberFeatures& slope)
{
    double most = -1e300;
    for (const Rival& rival : rivals)
        most = std::max(most, scoreBy(weights, rival.features));
    double all = 0;
    double right = 0;
    for (const Rival& rival : rivals) {
        const double e = std::exp(scoreBy(weights, rival.features) - most);
        all += e;
        right += rival.right ? e : 0;
    }
    for (const Rival& rival : rivals) {
        const double e = std::exp(scoreBy(weights, rival.features) - most);
        const double pull = (rival.right ? e / right : 0) - e / all;
        for (std::size_t f = 0; f < kNumberFeatures; ++f)
            slope[f] += pull * rival.features[f];
    }
    return std::log(right / all);
}

/// Adam (Kingma & Ba 2015) on the mean of log P(right).
NumberWeights climbed(const std::vector<std::vector<Rival>>& all, NumberWeights weights,
                      const NumberWeights& start)
{
    NumberFeatures mean{};
    NumberFeatures square{};
    double likelihood = 0;
    for (int step = 1; step <= kStepsARound; ++step) {
        NumberFeatures slope{};
        likelihood = 0;
        for (const auto& rivals : all)
            likelihood += addSlope(rivals, weights, slope);
        for (std::size_t f = 0; f < kNumberFeatures; ++f) {
            const double g = slope[f] / static_cast<double>(all.size()) - 2 * kHeld * (weights[f] - start[f]);
            mean[f] = 0.9 * mean[f] + 0.1 * g;
            square[f] = 0.999 * square[f] + 0.001 * g * g;
            weights[f] += kRate * (mean[f] / (1 - std::pow(0.9, step))) /
                          (std::sqrt(square[f] / (1 - std::pow(0.999, step))) + 1e-8);
        }
    }
    std::fprintf(stderr, "mean log P(right) %.5f over %zu\n", likelihood / static_cast<double>(all.size()),
                 all.size());
    return weights;
}

}  // namespace

std::string textOf(const NumberLattice& lattice, const NumberDivision& division)
{
    std::string text;
    for (const int index : division.candidates) {
        const Prediction& prediction = lattice.predictions[static_cast<std::size_t>(index)];
        if (prediction.best >= 0)
            text += prediction.classes.name(prediction.best);
    }
    return text;
}

NumberWeights tunedWeights(const std::vector<TuningItem>& items, const NumberWeights& start)
{
    NumberWeights weights = start;
    for (int round = 0; round < kRounds; ++round) {
        std::vector<std::vector<Rival>> all;
        for (const TuningItem& item : items) {
            std::vector<Rival> rivals = rivalsOf(item, weights);
            const auto right = std::ranges::count(rivals, true, &Rival::right);
            if (right > 0 && right < static_cast<std::ptrdiff_t>(rivals.size()))
                all.push_back(std::move(rivals));
        }
        weights = climbed(all, weights, start);
    }
    return weights;
}

}  // namespace glyphscope
