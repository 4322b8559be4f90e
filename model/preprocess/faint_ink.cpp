// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/faint_ink.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr double kFaint = 0.45;    // of the contrast of what is written
constexpr double kWritten = 0.97;  // quantile of the contrasts that is that of a pen

/// How far a piece's clearest pixels lie from the paper around it, as a share of the lighter of both: less
/// light takes as much from each.
double contrastOf(const InkComponent& c, const Raster& ink, const Raster& grey)
{
    constexpr int kRim = 4;
    double paper = 0;
    int n = 0;
    for (int y = std::max(0, c.top - kRim); y <= std::min(grey.height - 1, c.bottom + kRim); ++y)
        for (int x = std::max(0, c.left - kRim); x <= std::min(grey.width - 1, c.right + kRim); ++x)
            if (ink.at(x, y) == 0) {
                paper += grey.at(x, y);
                ++n;
            }
    if (n == 0)
        return 0;
    paper /= n;
    std::vector<double> contrasts;
    for (const auto& [x, y] : c.pixels) {
        const double written = grey.at(x, y);
        contrasts.push_back(std::abs(written - paper) / std::max({1.0, written, paper}));
    }
    const auto clear = contrasts.begin() + static_cast<std::ptrdiff_t>(contrasts.size() * 3 / 4);
    std::ranges::nth_element(contrasts, clear);
    return *clear;
}

}  // namespace

void dropFaint(std::vector<InkComponent>& pieces, const Raster& ink, const Raster& grey)
{
    std::vector<double> contrasts;
    std::vector<std::pair<double, double>> weighted;
    for (const InkComponent& c : pieces) {
        contrasts.push_back(contrastOf(c, ink, grey));
        if (!isBlob(c))
            weighted.emplace_back(contrasts.back(), static_cast<double>(c.pixels.size()));
    }
    const double least = kFaint * weightedQuantile(std::move(weighted), kWritten);
    std::size_t index = 0;
    std::erase_if(pieces, [&](const InkComponent&) { return contrasts[index++] < least; });
}

Raster withoutFaintInk(const Raster& ink, const Raster& grey)
{
    std::vector<InkComponent> pieces = componentsOf(ink, Neighbours::Eight);
    dropFaint(pieces, ink, grey);
    Raster kept(ink.width, ink.height);
    for (const InkComponent& c : pieces)
        for (const auto& [x, y] : c.pixels)
            kept.at(x, y) = 255;
    return kept;
}

double weightedQuantile(std::vector<std::pair<double, double>> valuesAndWeights, double share)
{
    std::ranges::sort(valuesAndWeights);
    double all = 0;
    for (const auto& one : valuesAndWeights)
        all += one.second;
    double below = 0;
    for (const auto& one : valuesAndWeights) {
        below += one.second;
        if (below >= share * all)
            return one.first;
    }
    return 0;
}

}  // namespace glyphscope
