// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace glyphscope {

/// How many characters of UTF-8 have to be put in, left out or replaced to make one text the other
/// (Levenshtein 1966).
[[nodiscard]] std::size_t editDistance(std::string_view a, std::string_view b);

/// Characters of UTF-8.
[[nodiscard]] std::size_t lengthOf(std::string_view text);

/// Numbers that were read, against their truth.
struct NumberScores {
    std::size_t strings = 0;
    std::size_t right = 0;
    std::size_t characters = 0;  ///< of the truth
    std::size_t errors = 0;      ///< edit distances, added up

    void add(std::string_view truth, std::string_view answer);
    void add(const NumberScores& other);

    [[nodiscard]] double stringAccuracy() const;
    /// 1 less the edit distance over the length, not below 0.
    [[nodiscard]] double characterAccuracy() const;
};

}  // namespace glyphscope
