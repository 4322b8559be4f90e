// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <limits>

namespace glyphscope {

/// What points reach over, in a drawing's coordinates.
struct InkBounds {
    double left = std::numeric_limits<double>::infinity();
    double right = -std::numeric_limits<double>::infinity();
    double top = std::numeric_limits<double>::infinity();
    double bottom = -std::numeric_limits<double>::infinity();

    [[nodiscard]] bool empty() const { return left > right; }
    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
    [[nodiscard]] double middle() const { return (left + right) / 2; }
    void add(const InkBounds& other)
    {
        left = std::min(left, other.left);
        right = std::max(right, other.right);
        top = std::min(top, other.top);
        bottom = std::max(bottom, other.bottom);
    }
    /// How far apart two are in x; below 0 by how much they overlap.
    [[nodiscard]] double gapTo(const InkBounds& other) const
    {
        return std::max(left, other.left) - std::min(right, other.right);
    }
};

}  // namespace glyphscope
