// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/rank_correlation.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace glyphscope {

std::vector<double> ranksOf(std::span<const float> values)
{
    const auto at = [values](std::size_t i) { return std::isfinite(values[i]) ? values[i] : 0.0F; };
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&at](std::size_t a, std::size_t b) { return at(a) < at(b); });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last + 1 < order.size() && at(order[last + 1]) == at(order[first]))
            ++last;
        for (std::size_t i = first; i <= last; ++i)
            ranks[order[i]] = static_cast<double>(first + last) / 2 + 1;
        first = last + 1;
    }
    return ranks;
}

std::optional<double> correlation(std::span<const double> one, std::span<const double> other)
{
    if (one.size() != other.size() || one.empty())
        return std::nullopt;
    const auto count = static_cast<double>(one.size());
    const double oneMean = std::accumulate(one.begin(), one.end(), 0.0) / count;
    const double otherMean = std::accumulate(other.begin(), other.end(), 0.0) / count;
    double both = 0;
    double oneSquares = 0;
    double otherSquares = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        const double a = one[i] - oneMean;
        const double b = other[i] - otherMean;
        both += a * b;
        oneSquares += a * a;
        otherSquares += b * b;
    }
    if (oneSquares <= 0 || otherSquares <= 0)
        return std::nullopt;
    return std::clamp(both / std::sqrt(oneSquares * otherSquares), -1.0, 1.0);
}

std::optional<double> spearman(std::span<const float> one, std::span<const float> other)
{
    return correlation(ranksOf(one), ranksOf(other));
}

std::optional<double> Agreement::of(int one, int other) const
{
    if (one == other)
        return 1.0;
    if (one > other)
        std::swap(one, other);
    const auto found = std::find_if(pairs.begin(), pairs.end(),
                                    [&](const Pair& p) { return p.one == one && p.other == other; });
    return found == pairs.end() ? std::nullopt : std::optional(found->value);
}

std::optional<Agreement::Pair> Agreement::least() const
{
    const auto found = std::min_element(pairs.begin(), pairs.end(),
                                        [](const Pair& a, const Pair& b) { return a.value < b.value; });
    return found == pairs.end() ? std::nullopt : std::optional(*found);
}

Agreement agreementOf(std::span<const std::vector<double>> ranks)
{
    Agreement result;
    double sum = 0;
    for (std::size_t one = 0; one < ranks.size(); ++one) {
        for (std::size_t other = one + 1; other < ranks.size(); ++other) {
            const std::optional<double> value = correlation(ranks[one], ranks[other]);
            if (!value)
                continue;
            result.pairs.push_back({static_cast<int>(one), static_cast<int>(other), *value});
            sum += *value;
        }
    }
    if (!result.pairs.empty())
        result.mean = sum / static_cast<double>(result.pairs.size());
    return result;
}

}  // namespace glyphscope
