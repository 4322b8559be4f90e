// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/split.h"

#include "model/types/error.h"
#include "model/types/split_mix.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace glyphscope {

Split validationSplit(const std::vector<std::uint8_t>& labels, double share, std::uint64_t seed, int least)
{
    if (!(share >= 0 && share < 1))
        throw Error(
            GLYPHSCOPE_TEXT("Data", "validation share %1: choose one from 0 up to, not including, 1."),
            share);
    std::array<std::vector<std::uint32_t>, 256> classes;
    for (std::size_t i = 0; i < labels.size(); ++i)
        classes[labels[i]].push_back(static_cast<std::uint32_t>(i));

    Split split;
    SplitMix64 random(seed);
    for (auto& positions : classes) {
        for (std::size_t i = positions.size(); i > 1; --i)
            std::swap(positions[i - 1], positions[random.below(i)]);
        const auto count = static_cast<std::ptrdiff_t>(positions.size());
        const auto wanted = std::max<std::ptrdiff_t>(
            least, static_cast<std::ptrdiff_t>(std::llround(share * static_cast<double>(count))));
        const auto middle =
            positions.begin() + std::clamp<std::ptrdiff_t>(wanted, 0, std::max<std::ptrdiff_t>(0, count - 1));
        split.validation.insert(split.validation.end(), positions.begin(), middle);
        split.train.insert(split.train.end(), middle, positions.end());
    }
    std::ranges::sort(split.train);
    std::ranges::sort(split.validation);
    return split;
}

Dataset subset(const Dataset& data, const std::vector<std::uint32_t>& positions)
{
    Dataset out;
    out.classes = data.classes;
    out.labels.reserve(positions.size());
    out.images.reserve(positions.size() * kGlyphPixels);
    for (const std::uint32_t position : positions) {
        if (position >= data.size())
            throw Error(GLYPHSCOPE_TEXT(
                            "Data", "image %1 asked for in a set of %2. Choose positions within the set."),
                        position, data.size());
        out.labels.push_back(data.labels[position]);
        const auto image = data.images.begin() + static_cast<std::ptrdiff_t>(position) * kGlyphPixels;
        out.images.insert(out.images.end(), image, image + kGlyphPixels);
    }
    return out;
}

}  // namespace glyphscope
