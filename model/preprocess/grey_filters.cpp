// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/grey_filters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace glyphscope {
namespace {

constexpr int kShortest = 256;
constexpr double kSmallestContrast = 24;  // grey levels between paper and ink
constexpr double kNoiseRatio = 5;         // the same in deviations of the paper
constexpr double kInkFromNoise = 3;       // deviations from which a pixel may be ink
constexpr double kPaperWeight = 4;        // paper counts at most so many times the ink

/// An input pixel's share in up to two output cells along one axis.
struct Shares {
    int cell = 0;
    float here = 0;
    float next = 0;
};

std::vector<Shares> areaShares(int from, int to)
{
    std::vector<Shares> shares(static_cast<std::size_t>(from));
    const double scale = static_cast<double>(to) / from;
    for (int i = 0; i < from; ++i) {
        const auto cell = static_cast<int>(static_cast<long long>(i) * to / from);
        const double next = std::max(0.0, (i + 1) * scale - (cell + 1));
        const bool inside = cell + 1 < to;
        shares[static_cast<std::size_t>(i)] = {cell, static_cast<float>(scale - (inside ? next : 0)),
                                               static_cast<float>(inside ? next : 0)};
    }
    return shares;
}

GreyField areaMeans(const Raster& grey, int width, int height)
{
    const std::vector<Shares> columns = areaShares(grey.width, width);
    const std::vector<Shares> rows = areaShares(grey.height, height);
    GreyField out(width, height);
    std::vector<float> line(static_cast<std::size_t>(width) + 1);
    for (int y = 0; y < grey.height; ++y) {
        std::fill(line.begin(), line.end(), 0.0F);
        const std::uint8_t* in = grey.pixels.data() + grey.index(0, y);
        for (const Shares& c : columns) {
            const auto value = static_cast<float>(*in++);
            line[static_cast<std::size_t>(c.cell)] += value * c.here;
            line[static_cast<std::size_t>(c.cell) + 1] += value * c.next;
        }
        const Shares& r = rows[static_cast<std::size_t>(y)];
        for (int x = 0; x < width; ++x) {
            out.values[out.index(x, r.cell)] += line[static_cast<std::size_t>(x)] * r.here;
            if (r.next > 0)
                out.values[out.index(x, r.cell + 1)] += line[static_cast<std::size_t>(x)] * r.next;
        }
    }
    return out;
}

GreyField magnified(const Raster& grey, int times)
{
    GreyField out(grey.width * times, grey.height * times);
    const auto between = [times](int i, int last) {
        const float at = std::clamp((static_cast<float>(i) + 0.5F) / static_cast<float>(times) - 0.5F, 0.0F,
                                    static_cast<float>(last));
        const int low = std::min(static_cast<int>(at), last);
        return std::tuple(low, std::min(low + 1, last), at - static_cast<float>(low));
    };
    for (int y = 0; y < out.height; ++y) {
        const auto [y0, y1, fy] = between(y, grey.height - 1);
        for (int x = 0; x < out.width; ++x) {
            const auto [x0, x1, fx] = between(x, grey.width - 1);
            const float top =
                std::lerp(static_cast<float>(grey.at(x0, y0)), static_cast<float>(grey.at(x1, y0)), fx);
            const float low =
                std::lerp(static_cast<float>(grey.at(x0, y1)), static_cast<float>(grey.at(x1, y1)), fx);
            out.values[out.index(x, y)] = std::lerp(top, low, fy);
        }
    }
    return out;
}

/// Sums over any rectangle in constant time (Crow 1984).
class Integral {
public:
    template <typename ValueAt>
    Integral(int width, int height, ValueAt valueAt)
        : m_stride(static_cast<std::size_t>(width) + 1)
        , m_sums(m_stride * (static_cast<std::size_t>(height) + 1))
    {
        for (int y = 0; y < height; ++y) {
            double line = 0;
            for (int x = 0; x < width; ++x) {
                line += valueAt(x, y);
                m_sums[at(x + 1, y + 1)] = m_sums[at(x + 1, y)] + line;
            }
        }
    }

    [[nodiscard]] double over(int left, int top, int right, int bottom) const
    {
        return m_sums[at(right, bottom)] - m_sums[at(left, bottom)] - m_sums[at(right, top)] +
               m_sums[at(left, top)];
    }

private:
    [[nodiscard]] std::size_t at(int x, int y) const
    {
        return static_cast<std::size_t>(y) * m_stride + static_cast<std::size_t>(x);
    }

    std::size_t m_stride;
    std::vector<double> m_sums;
};

constexpr int kLevels = 512;
using Histogram = std::array<double, kLevels>;

int levelOf(float v)
{
    return std::clamp(static_cast<int>(std::floor(v + 256.5F)), 0, kLevels - 1);
}
double valueOf(int level)
{
    return level - 256;
}

Histogram histogramOf(const GreyField& field)
{
    Histogram histogram{};
    for (const float v : field.values)
        ++histogram[static_cast<std::size_t>(levelOf(v))];
    return histogram;
}

int medianLevel(const Histogram& histogram, double total)
{
    double seen = 0;
    for (int k = 0; k < kLevels; ++k)
        if ((seen += histogram[static_cast<std::size_t>(k)]) * 2 >= total)
            return k;
    return kLevels - 1;
}

/// Deviation of the paper from the median of distances to the median: ink, a minority, hardly moves it.
double paperDeviation(const Histogram& histogram, int median, double total)
{
    Histogram distances{};
    for (int k = 0; k < kLevels; ++k)
        distances[static_cast<std::size_t>(std::min(std::abs(k - median), kLevels - 1))] +=
            histogram[static_cast<std::size_t>(k)];
    return std::max(1.0, 1.4826 * medianLevel(distances, total));
}

struct Split {
    int level = 0;  ///< ink is at this level and above
    double low = 0;
    double high = 0;
};

/// The level that parts the histogram with the greatest variance between both sides.
Split otsu(const Histogram& histogram)
{
    double total = 0;
    double sum = 0;
    for (int k = 0; k < kLevels; ++k) {
        total += histogram[static_cast<std::size_t>(k)];
        sum += histogram[static_cast<std::size_t>(k)] * valueOf(k);
    }
    Split best;
    double bestVariance = -1;
    double weight = 0;
    double below = 0;
    for (int k = 0; k + 1 < kLevels; ++k) {
        weight += histogram[static_cast<std::size_t>(k)];
        below += histogram[static_cast<std::size_t>(k)] * valueOf(k);
        if (weight <= 0 || weight >= total)
            continue;
        const double low = below / weight;
        const double high = (sum - below) / (total - weight);
        const double variance = weight * (total - weight) * (high - low) * (high - low);
        if (variance > bestVariance) {
            bestVariance = variance;
            best = {k + 1, low, high};
        }
    }
    return best;
}

float thresholdOf(const Split& split)
{
    return static_cast<float>(valueOf(split.level)) - 0.5F;
}

}  // namespace

GreyField toWorkingSize(const Raster& grey, int longest)
{
    const int longer = std::max(grey.width, grey.height);
    if (longer < kShortest)
        return magnified(grey, (kShortest + longer - 1) / longer);
    const double scale = std::min(1.0, static_cast<double>(longest) / longer);
    const auto scaled = [scale](int side) {
        return std::max(1, static_cast<int>(std::lround(side * scale)));
    };
    return areaMeans(grey, scaled(grey.width), scaled(grey.height));
}

GreyField blockMeans(const GreyField& field, int times)
{
    GreyField out((field.width + times - 1) / times, (field.height + times - 1) / times);
    for (int y = 0; y < field.height; ++y) {
        const float* in = field.values.data() + field.index(0, y);
        float* sums = out.values.data() + out.index(0, y / times);
        for (int x = 0; x < field.width; ++x)
            sums[x / times] += in[x];
    }
    const auto size = [times](int block, int side) { return std::min(times, side - block * times); };
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x)
            out.values[out.index(x, y)] /= static_cast<float>(size(x, field.width) * size(y, field.height));
    return out;
}

GreyField lessBorderPlane(const GreyField& field)
{
    const int rim = std::max(1, std::min(field.width, field.height) / 50);
    const double cx = (field.width - 1) / 2.0;
    const double cy = (field.height - 1) / 2.0;
    // About the centre the rim is symmetrical, so the three normal equations come apart.
    double count = 0;
    double sum = 0;
    double xx = 0;
    double yy = 0;
    double xv = 0;
    double yv = 0;
    for (int y = 0; y < field.height; ++y) {
        const bool wholeLine = y < rim || y >= field.height - rim;
        for (int x = 0; x < field.width; ++x) {
            if (!wholeLine && x >= rim && x < field.width - rim)
                continue;
            const double v = static_cast<double>(field.values[field.index(x, y)]);
            ++count;
            sum += v;
            xx += (x - cx) * (x - cx);
            yy += (y - cy) * (y - cy);
            xv += (x - cx) * v;
            yv += (y - cy) * v;
        }
    }
    const double slopeX = xx > 0 ? xv / xx : 0;
    const double slopeY = yy > 0 ? yv / yy : 0;
    GreyField out(field.width, field.height);
    for (int y = 0; y < field.height; ++y)
        for (int x = 0; x < field.width; ++x)
            out.values[out.index(x, y)] =
                field.values[out.index(x, y)] -
                static_cast<float>(sum / count + slopeX * (x - cx) + slopeY * (y - cy));
    return out;
}

GreyField lessLocalPaper(const GreyField& field, const Raster& ink, int radius)
{
    const auto isPaper = [&](int x, int y) { return ink.empty() || ink.at(x, y) == 0; };
    const Integral counts(field.width, field.height, [&](int x, int y) { return isPaper(x, y) ? 1.0 : 0.0; });
    const Integral sums(field.width, field.height, [&](int x, int y) {
        return isPaper(x, y) ? static_cast<double>(field.values[field.index(x, y)]) : 0.0;
    });
    const double all = counts.over(0, 0, field.width, field.height);
    const double mean = all > 0 ? sums.over(0, 0, field.width, field.height) / all : 0;
    GreyField out(field.width, field.height);
    for (int y = 0; y < field.height; ++y) {
        const int top = std::max(0, y - radius);
        const int bottom = std::min(field.height, y + radius + 1);
        for (int x = 0; x < field.width; ++x) {
            const int left = std::max(0, x - radius);
            const int right = std::min(field.width, x + radius + 1);
            const double count = counts.over(left, top, right, bottom);
            const bool enough = count * 20 >= (right - left) * (bottom - top);
            const double paper = enough ? sums.over(left, top, right, bottom) / count : mean;
            out.values[out.index(x, y)] = field.values[out.index(x, y)] - static_cast<float>(paper);
        }
    }
    return out;
}

float otsuThreshold(const GreyField& field)
{
    return thresholdOf(otsu(histogramOf(field)));
}

std::optional<float> inkThreshold(const GreyField& contrast)
{
    Histogram histogram = histogramOf(contrast);
    const auto total = static_cast<double>(contrast.values.size());
    const int median = medianLevel(histogram, total);
    const double deviation = paperDeviation(histogram, median, total);

    const int firstInk =
        std::min(kLevels - 1, median + static_cast<int>(std::ceil(kInkFromNoise * deviation)));
    double above = 0;
    for (int k = firstInk; k < kLevels; ++k)
        above += histogram[static_cast<std::size_t>(k)];
    const double weight = std::min(1.0, kPaperWeight * above / std::max(1.0, total - above));
    for (int k = 0; k < firstInk; ++k)
        histogram[static_cast<std::size_t>(k)] *= weight;

    const Split split = otsu(histogram);
    if (split.high - split.low < std::max(kSmallestContrast, kNoiseRatio * deviation))
        return std::nullopt;
    return thresholdOf(split);
}

}  // namespace glyphscope
