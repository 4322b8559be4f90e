// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/confusion_fit.h"

#include <algorithm>

namespace glyphscope {
namespace {

constexpr int kLargestCell = 140;
constexpr int kLowRow = 34;
constexpr int kLongestTurned = 84;
constexpr int kLeastLabel = 22;
constexpr int kLabelRoom = 14;  // around a name
constexpr int kCellRoom = 4;    // around a number

}  // namespace

ConfusionFit fitConfusion(int width, const ConfusionMeasures& measures)
{
    const int classes = std::max(1, measures.classes);
    const auto cellFor = [&](int label, int total) { return (width - label - total) / classes; };
    ConfusionFit fit;
    fit.label = std::clamp(measures.widestName + kLabelRoom, kLeastLabel, std::max(kLeastLabel, width / 5));
    fit.total = measures.widestTotal + kLabelRoom;
    if (cellFor(fit.label, fit.total) < measures.widestCount + kCellRoom)
        fit.total = 0;
    fit.cell = std::clamp(cellFor(fit.label, fit.total), 3, kLargestCell);
    if (fit.total > 0) {
        const double scale =
            numberScale(fit.cell, highestRow(fit), measures.widestCount, measures.lineHeight);
        fit.total = static_cast<int>(measures.widestTotal * scale) + kLabelRoom;
        fit.cell = std::clamp(cellFor(fit.label, fit.total), 3, kLargestCell);
    }
    fit.row = std::clamp(fit.cell * 3 / 4, measures.lineHeight + kCellRoom, kLowRow);
    if (const int spare = width - fit.width(classes); fit.total > 0 && spare < classes)
        fit.total += spare;
    fit.turned = measures.widestName + kCellRoom > fit.cell;
    fit.header =
        kLabelRoom + (fit.turned ? std::min(measures.widestName, kLongestTurned) : measures.lineHeight);
    return fit;
}

int highestRow(const ConfusionFit& fit)
{
    return std::max(fit.row, fit.cell * 5 / 4);
}

ConfusionFit fittedTo(int height, ConfusionFit fit, const ConfusionMeasures& measures)
{
    const int classes = std::max(1, measures.classes);
    const int row = (height - fit.header) / (classes + (fit.total > 0));
    if (row >= measures.lineHeight)
        fit.row = std::min(row, highestRow(fit));
    return fit;
}

double numberScale(int cell, int row, int widestCount, int lineHeight)
{
    constexpr double kLines = 2.6;
    constexpr double kCounts = 1.75;  // a digit more, and air
    constexpr double kLargest = 1.5;
    return std::clamp(std::min(row / (kLines * lineHeight), cell / (kCounts * widestCount)), 1.0, kLargest);
}

}  // namespace glyphscope
