// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/value_pyramid.h"

#include <algorithm>

namespace glyphscope {
namespace {

constexpr std::size_t kBlock = ValuePyramid::kBlock;

template <typename T>
Extent scan(std::span<const T> row, std::size_t first, std::size_t last)
{
    Extent result;
    for (std::size_t i = first; i < last; ++i)
        result.add(row[i]);
    return result;
}

template <typename T>
void summarize(std::span<const T> row, std::vector<Extent>& blocks, std::size_t first, std::size_t last)
{
    blocks.resize((row.size() + kBlock - 1) / kBlock);
    for (std::size_t i = first; i < last; ++i)
        blocks[i] = scan(row, i * kBlock, std::min(row.size(), (i + 1) * kBlock));
}

}  // namespace

void ValuePyramid::update(std::span<const float> values, std::size_t first, std::size_t last)
{
    if (first >= last)
        return;
    std::size_t size = values.size();
    for (std::size_t level = 0; size > kBlock; ++level) {
        if (level == m_levels.size())
            m_levels.emplace_back();
        first /= kBlock;
        last = (last - 1) / kBlock + 1;
        // A new level covers what came before it, too.
        if (m_levels[level].empty())
            first = 0;
        if (level == 0)
            summarize(values, m_levels[0], first, last);
        else
            summarize(std::span<const Extent>(m_levels[level - 1]), m_levels[level], first, last);
        size = m_levels[level].size();
    }
}

Extent ValuePyramid::extent(std::span<const float> values, std::size_t first, std::size_t last) const
{
    Extent result;
    std::size_t level = 0;
    while (first < last) {
        const bool above = level < m_levels.size();
        const std::size_t begin = above ? std::min(last, (first + kBlock - 1) / kBlock * kBlock) : last;
        const std::size_t end = above ? std::max(begin, last / kBlock * kBlock) : last;
        if (level == 0) {
            result.add(scan(values, first, begin));
            result.add(scan(values, end, last));
        } else {
            const std::span<const Extent> row = m_levels[level - 1];
            result.add(scan(row, first, begin));
            result.add(scan(row, end, last));
        }
        first = begin / kBlock;
        last = begin < end ? end / kBlock : first;
        ++level;
    }
    return result;
}

}  // namespace glyphscope
