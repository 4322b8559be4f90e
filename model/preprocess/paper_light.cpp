// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/paper_light.h"

#include "model/preprocess/ink_components.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <vector>

namespace glyphscope {
namespace {

constexpr double kClosingShare = 0.13;   // of the shorter side: more than any pen's width
constexpr double kPaperShare = 0.9;      // quantile of the closing that is the paper in full light
constexpr float kLightestShadow = 0.9F;  // of that paper's grey
constexpr float kDarkestShadow = 0.35F;
constexpr float kDarkestPaper = 90;    // grey levels: darker is no paper in the light
constexpr int kCoarseBlock = 4;        // shadows are looked for on means of so many pixels a side
constexpr double kShadowShare = 0.03;  // of the picture

/// Extremes over windows of `window` values, at every place where window and line overlap: `n + window - 1`
/// of them (`whole` false), or where the window lies inside: `n - window + 1` (van Herk 1992).
template <typename Better>
void slide(const float* in, std::size_t stride, int n, int window, bool whole, float* out, Better better,
           float worst)
{
    const int count = whole ? n - window + 1 : n + window - 1;
    const int padded = n + (whole ? 0 : 2 * (window - 1));
    const int offset = whole ? 0 : window - 1;
    thread_local std::vector<float> forwards;
    thread_local std::vector<float> backwards;
    forwards.resize(static_cast<std::size_t>(padded));
    backwards.resize(static_cast<std::size_t>(padded));
    const auto value = [&](int i) {
        const int at = i - offset;
        return at < 0 || at >= n ? worst : in[static_cast<std::size_t>(at) * stride];
    };
    for (int i = 0; i < padded; ++i) {
        const float v = value(i);
        float& f = forwards[static_cast<std::size_t>(i)];
        f = i % window == 0 ? v : better(forwards[static_cast<std::size_t>(i - 1)], v);
    }
    for (int i = padded - 1; i >= 0; --i) {
        const float v = value(i);
        float& b = backwards[static_cast<std::size_t>(i)];
        b = i == padded - 1 || (i + 1) % window == 0 ? v
                                                     : better(backwards[static_cast<std::size_t>(i + 1)], v);
    }
    for (int i = 0; i < count; ++i)
        out[static_cast<std::size_t>(i) * stride] = better(
            backwards[static_cast<std::size_t>(i)], forwards[static_cast<std::size_t>(i + window - 1)]);
}

/// Of every line of a field, then of every column.
template <typename Better>
GreyField extremes(const GreyField& in, int window, bool whole, Better better, float worst)
{
    const int by = whole ? 1 - window : window - 1;
    GreyField lines(in.width + by, in.height);
    for (int y = 0; y < in.height; ++y)
        slide(in.values.data() + in.index(0, y), 1, in.width, window, whole,
              lines.values.data() + lines.index(0, y), better, worst);
    GreyField out(lines.width, in.height + by);
    const auto stride = static_cast<std::size_t>(lines.width);
    for (int x = 0; x < lines.width; ++x)
        slide(lines.values.data() + x, stride, in.height, window, whole, out.values.data() + x, better,
              worst);
    return out;
}

GreyField closed(const GreyField& field, int window)
{
    const auto larger = [](float a, float b) { return a > b ? a : b; };
    const auto smaller = [](float a, float b) { return a < b ? a : b; };
    const float lowest = std::numeric_limits<float>::lowest();
    return extremes(extremes(field, window, false, larger, lowest), window, true, smaller, -lowest);
}

GreyField smoothed(const GreyField& field)
{
    GreyField out(field.width, field.height);
    for (int y = 0; y < field.height; ++y) {
        for (int x = 0; x < field.width; ++x) {
            float sum = 0;
            int n = 0;
            for (int ny = std::max(0, y - 1); ny <= std::min(field.height - 1, y + 1); ++ny)
                for (int nx = std::max(0, x - 1); nx <= std::min(field.width - 1, x + 1); ++nx, ++n)
                    sum += field.values[field.index(nx, ny)];
            out.values[out.index(x, y)] = sum / static_cast<float>(n);
        }
    }
    return out;
}

float quantile(std::vector<float> values, double share)
{
    const auto at =
        values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// Wider than any pen; 0 where the field is too small.
int closingWindow(const GreyField& field)
{
    const int shorter = std::min(field.width, field.height);
    const int window = std::max(3, static_cast<int>(kClosingShare * shorter) | 1);
    return window < shorter ? window : 0;
}

bool hasShadow(const GreyField& paper)
{
    const float full = quantile(paper.values, kPaperShare);
    if (full < kDarkestPaper)
        return false;
    Raster dim(paper.width, paper.height);
    std::ranges::transform(paper.values, dim.pixels.begin(), [full](float v) {
        return static_cast<std::uint8_t>(v < kLightestShadow * full && v > kDarkestShadow * full ? 255 : 0);
    });
    return std::ranges::any_of(componentsOf(dim, Neighbours::Four), [&](const InkComponent& part) {
        return touchesBorder(part, dim) && static_cast<double>(part.pixels.size()) >
                                               kShadowShare * static_cast<double>(dim.pixels.size());
    });
}

}  // namespace

std::optional<GreyField> shadowOn(const GreyField& field)
{
    const GreyField coarse = blockMeans(field, kCoarseBlock);
    if (closingWindow(coarse) == 0 || !hasShadow(closed(coarse, closingWindow(coarse))))
        return std::nullopt;
    GreyField paper = closed(smoothed(field), closingWindow(field));
    const float full = quantile(paper.values, kPaperShare);
    for (float& v : paper.values)
        v = v < kDarkestShadow * full ? 1.0F : std::min(1.0F, v / full);
    return paper;
}

GreyField evenlyLit(const GreyField& field, const GreyField& light)
{
    GreyField out(field.width, field.height);
    std::ranges::transform(field.values, light.values, out.values.begin(), [](float v, float l) {
        return v / std::max(l, static_cast<float>(kDarkestShadow));
    });
    return out;
}

}  // namespace glyphscope
