// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/sheet_rows.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr double kLeastShareOf = 1e-3;   // below it, one class is as wrong as another
constexpr double kClearlyBetter = 1.5;   // a logarithm for each character
constexpr double kMostlyItsClass = 0.6;  // of a row
constexpr double kNearlyAll = 0.8;       // of the rows
constexpr std::size_t kTelling = 3;      // characters of a row

/// The logarithms of each class' probability, added up over a row.
std::vector<double> sumsOf(const std::vector<Prediction>& row, int classes)
{
    std::vector<double> sums(static_cast<std::size_t>(classes));
    for (const Prediction& prediction : row)
        for (std::size_t k = 0; k < std::min(sums.size(), prediction.probabilities.size()); ++k)
            sums[k] += std::log(std::max(kLeastShareOf, static_cast<double>(prediction.probabilities[k])));
    return sums;
}

}  // namespace

std::vector<int> classesOfRows(const std::vector<std::vector<Prediction>>& rows, int classes)
{
    std::vector<std::vector<double>> sums;
    std::vector<int> free;
    double freeScore = 0;
    std::size_t characters = 0;
    for (const auto& row : rows) {
        sums.push_back(sumsOf(row, classes));
        const auto best = std::ranges::max_element(sums.back());
        free.push_back(row.empty() || classes == 0 ? -1 : static_cast<int>(best - sums.back().begin()));
        freeScore += classes == 0 ? 0 : *best;
        characters += row.size();
    }
    int bestFirst = -1;
    double bestScore = freeScore - kClearlyBetter * static_cast<double>(characters);
    const int count = static_cast<int>(rows.size());
    for (int first = 0; first < classes && count <= classes; ++first) {
        double score = 0;
        for (int row = 0; row < count; ++row)
            score += sums[static_cast<std::size_t>(row)][static_cast<std::size_t>((first + row) % classes)];
        if (score > bestScore) {
            bestScore = score;
            bestFirst = first;
        }
    }
    if (bestFirst < 0)
        return free;
    for (int row = 0; row < count; ++row)
        if (free[static_cast<std::size_t>(row)] >= 0)
            free[static_cast<std::size_t>(row)] = (bestFirst + row) % classes;
    return free;
}

bool areOneClassEach(const std::vector<std::vector<Prediction>>& rows, const std::vector<int>& classes)
{
    int telling = 0;
    int agreeing = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].size() < kTelling)
            continue;
        ++telling;
        const auto own = std::ranges::count(rows[i], classes[i], &Prediction::best);
        agreeing += static_cast<double>(own) >= kMostlyItsClass * static_cast<double>(rows[i].size()) ? 1 : 0;
    }
    return telling > 0 && agreeing >= kNearlyAll * telling;
}

}  // namespace glyphscope
