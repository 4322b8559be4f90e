// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/grey_box.h"

#include "model/preprocess/ink_components.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace glyphscope {
namespace {

constexpr int kGreyBoxSide = 20;
constexpr double kEdge = 0.8;
constexpr double kSteepestEdge = 2;
constexpr int kFaintInk = 24;  // of 255: fainter edges do not widen the box

/// Weights of input pixels, the first of which is `first`, in one output pixel.
struct Taps {
    int first = 0;
    std::vector<double> weights;
};

double cubic(double t)
{
    t = std::abs(t);
    if (t < 1)
        return 1.5 * t * t * t - 2.5 * t * t + 1;
    return t < 2 ? -0.5 * t * t * t + 2.5 * t * t - 4 * t + 2 : 0;
}

Taps tapsOf(int out, int side)
{
    const double scale = static_cast<double>(side) / kGreyBoxSide;
    Taps taps;
    if (side > kGreyBoxSide) {
        const double from = out * scale;
        taps.first = static_cast<int>(std::floor(from));
        for (int i = taps.first; i < from + scale - 1e-9; ++i)
            taps.weights.push_back((std::min(from + scale, i + 1.0) - std::max(from, double(i))) / scale);
        return taps;
    }
    const double at = (out + 0.5) * scale - 0.5;
    taps.first = static_cast<int>(std::floor(at)) - 1;
    for (int i = taps.first; i < taps.first + 4; ++i)
        taps.weights.push_back(cubic(at - i));
    return taps;
}

}  // namespace

Raster greyBoxOf(const Raster& amounts)
{
    Raster clear = amounts;
    for (std::uint8_t& v : clear.pixels)
        v = v < kFaintInk ? 0 : v;
    const bool isBox = std::max(amounts.width, amounts.height) == kGreyBoxSide;
    const Box tight = isBox ? Box{0, 0, amounts.width, amounts.height} : inkBox(clear);
    Raster box(kGreyBoxSide, kGreyBoxSide);
    if (inkBox(clear).width == 0)
        return box;
    const int side = std::max(tight.width, tight.height);
    const int left = tight.x - (side - tight.width) / 2;
    const int top = tight.y - (side - tight.height) / 2;
    const auto amount = [&](int x, int y) {
        return x < 0 || y < 0 || x >= amounts.width || y >= amounts.height ? 0.0
                                                                           : double{1} * amounts.at(x, y);
    };
    std::array<double, kGreyBoxSide * kGreyBoxSide> sums{};
    for (int y = 0; y < kGreyBoxSide; ++y) {
        const Taps rows = tapsOf(y, side);
        for (int x = 0; x < kGreyBoxSide; ++x) {
            const Taps columns = tapsOf(x, side);
            double sum = 0;
            for (std::size_t r = 0; r < rows.weights.size(); ++r)
                for (std::size_t c = 0; c < columns.weights.size(); ++c)
                    sum += rows.weights[r] * columns.weights[c] *
                           amount(left + columns.first + static_cast<int>(c),
                                  top + rows.first + static_cast<int>(r));
            sums[static_cast<std::size_t>(y * kGreyBoxSide + x)] = sum;
        }
    }
    const double peak = std::max(1.0, *std::ranges::max_element(sums));
    // edges of larger pixels are soft over more of the 20x20: as steep as MNIST's again
    const double gain = std::clamp(kEdge * kGreyBoxSide / side, 1.0, kSteepestEdge);
    std::ranges::transform(sums, box.pixels.begin(), [peak, gain](double v) {
        return static_cast<std::uint8_t>(
            std::clamp(std::lround(255 * (0.5 + gain * (v / peak - 0.5))), 0L, 255L));
    });
    return box;
}

}  // namespace glyphscope
