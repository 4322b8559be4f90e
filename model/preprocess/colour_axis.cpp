// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/colour_axis.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

using Axis = std::array<double, 3>;
using Moments = std::array<Axis, 3>;

constexpr Axis kLuminance{0.299, 0.587, 0.114};
constexpr double kLuminanceEnough = 0.6;  // of the contrast along the best axis
constexpr int kPowerSteps = 60;
constexpr int kBlock = 3;  // of pixels whose mean has a say: fewer than a pen is wide

double energyAlong(const Moments& m, const Axis& u)
{
    double sum = 0;
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j)
            sum += u[i] * m[i][j] * u[j];
    return sum;
}

Axis principalAxis(const Moments& m)
{
    Axis best{};
    double most = -1;
    for (const Axis& start : {Axis{1, 0.1, 0.01}, Axis{0.01, 1, -0.1}, Axis{-0.1, 0.01, 1}}) {
        Axis u = start;
        for (int step = 0; step < kPowerSteps; ++step) {
            Axis next{};
            for (std::size_t i = 0; i < 3; ++i)
                for (std::size_t j = 0; j < 3; ++j)
                    next[i] += m[i][j] * u[j];
            const double length = std::hypot(next[0], next[1], next[2]);
            if (length <= 0)
                break;
            for (std::size_t i = 0; i < 3; ++i)
                u[i] = next[i] / length;
        }
        if (const double energy = energyAlong(m, u); energy > most) {
            most = energy;
            best = u;
        }
    }
    // black and white 255 apart at most, light above dark where that means anything
    const double sum = std::abs(best[0]) + std::abs(best[1]) + std::abs(best[2]);
    const double sign =
        best[0] * kLuminance[0] + best[1] * kLuminance[1] + best[2] * kLuminance[2] < 0 ? -1 : 1;
    for (double& part : best)
        part *= sign / sum;
    return best;
}

GreyField along(const ColourPlanes& planes, const Axis& u)
{
    GreyField field(planes[0].width, planes[0].height);
    double lowest = 0;
    for (const double part : u)
        lowest += std::min(0.0, 255 * part);
    for (std::size_t i = 0; i < field.values.size(); ++i)
        field.values[i] = static_cast<float>(u[0] * static_cast<double>(planes[0].values[i]) +
                                             u[1] * static_cast<double>(planes[1].values[i]) +
                                             u[2] * static_cast<double>(planes[2].values[i]) - lowest);
    return field;
}

}  // namespace

AxisGrey alongColourAxis(const ColourPlanes& planes)
{
    const int radius = std::max(planes[0].width, planes[0].height) / kBlock / 4;
    const auto awayFromPaper = [radius](const GreyField& plane) {
        return lessLocalPaper(blockMeans(plane, kBlock), {}, radius);
    };
    const std::array<GreyField, 3> away{awayFromPaper(planes[0]), awayFromPaper(planes[1]),
                                        awayFromPaper(planes[2])};
    Moments moments{};
    for (std::size_t p = 0; p < away[0].values.size(); ++p)
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t j = i; j < 3; ++j)
                moments[i][j] +=
                    static_cast<double>(away[i].values[p]) * static_cast<double>(away[j].values[p]);
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < i; ++j)
            moments[i][j] = moments[j][i];
    const Axis axis = principalAxis(moments);
    const double byLuminance = energyAlong(moments, kLuminance);
    if (byLuminance >= kLuminanceEnough * kLuminanceEnough * energyAlong(moments, axis))
        return {along(planes, kLuminance), false};
    return {along(planes, axis), true};
}

}  // namespace glyphscope
