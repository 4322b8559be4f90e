// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/number_truth.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace glyphscope {
namespace {

std::vector<std::string_view> charactersOf(std::string_view text)
{
    std::vector<std::string_view> characters;
    for (std::size_t first = 0; first < text.size();) {
        std::size_t end = first + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            ++end;
        characters.push_back(text.substr(first, end - first));
        first = end;
    }
    return characters;
}

}  // namespace

std::size_t editDistance(std::string_view a, std::string_view b)
{
    const auto from = charactersOf(a);
    const auto to = charactersOf(b);
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < from.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t k = 0; k < to.size(); ++k) {
            const std::size_t replaced = diagonal + (from[i] == to[k] ? 0 : 1);
            diagonal = row[k + 1];
            row[k + 1] = std::min({replaced, row[k] + 1, row[k + 1] + 1});
        }
    }
    return row.back();
}

std::size_t lengthOf(std::string_view text)
{
    return charactersOf(text).size();
}

void NumberScores::add(std::string_view truth, std::string_view answer)
{
    add(NumberScores{1, truth == answer ? std::size_t{1} : 0, lengthOf(truth), editDistance(truth, answer)});
}

void NumberScores::add(const NumberScores& other)
{
    strings += other.strings;
    right += other.right;
    characters += other.characters;
    errors += other.errors;
}

double NumberScores::stringAccuracy() const
{
    return strings == 0 ? 0 : static_cast<double>(right) / static_cast<double>(strings);
}

double NumberScores::characterAccuracy() const
{
    return characters == 0 ? 0
                           : std::max(0.0, 1 - static_cast<double>(errors) / static_cast<double>(characters));
}

}  // namespace glyphscope
