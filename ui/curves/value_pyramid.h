// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace glyphscope {

/// The lowest and the highest of some values; those that are not finite do not count.
struct Extent {
    float low = std::numeric_limits<float>::infinity();
    float high = -std::numeric_limits<float>::infinity();

    [[nodiscard]] bool empty() const { return low > high; }

    void add(float value)
    {
        if (!std::isfinite(value))
            return;
        low = value < low ? value : low;
        high = value > high ? value : high;
    }

    void add(const Extent& other)
    {
        low = other.low < low ? other.low : low;
        high = other.high > high ? other.high : high;
    }

    friend bool operator==(const Extent&, const Extent&) = default;
};

/// Extents of ever larger blocks of a row of values, so that the extent of any stretch of a million costs
/// some dozens of comparisons. The values themselves stay with the caller.
class ValuePyramid {
public:
    static constexpr std::size_t kBlock = 16;  ///< of values, and of blocks of the level below

    /// Values [first, last) are new or changed; `values` are all there are now.
    void update(std::span<const float> values, std::size_t first, std::size_t last);

    /// Of values [first, last), which lie within those of the last update.
    [[nodiscard]] Extent extent(std::span<const float> values, std::size_t first, std::size_t last) const;

    void clear() { m_levels.clear(); }

private:
    std::vector<std::vector<Extent>> m_levels;
};

}  // namespace glyphscope
