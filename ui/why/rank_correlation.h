// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace glyphscope {

/// The places of the values in ascending order, from 1. Equal values share the mean of their places; what is
/// not finite counts as 0.
[[nodiscard]] std::vector<double> ranksOf(std::span<const float> values);

/// Pearson's coefficient, in [-1, 1]. None where the lengths differ or one side is constant: then no order
/// can be compared.
[[nodiscard]] std::optional<double> correlation(std::span<const double> one, std::span<const double> other);

/// Spearman's rank correlation: 1 for the same order, -1 for the reverse (C. Spearman, 1904).
[[nodiscard]] std::optional<double> spearman(std::span<const float> one, std::span<const float> other);

/// How far several maps put the same pixels in front.
struct Agreement {
    struct Pair {
        int one = 0;
        int other = 0;
        double value = 0;
    };
    std::vector<Pair> pairs;  ///< one < other; those without a coefficient are left out
    double mean = 0;          ///< of all pairs

    [[nodiscard]] std::optional<double> of(int one, int other) const;  ///< in either order; 1 with itself
    [[nodiscard]] std::optional<Pair> least() const;
};

/// Of the ranks of every map (see ranksOf); an empty one takes part in no pair.
[[nodiscard]] Agreement agreementOf(std::span<const std::vector<double>> ranks);

}  // namespace glyphscope
