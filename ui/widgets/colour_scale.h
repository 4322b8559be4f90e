// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QRgb>

#include <span>

namespace glyphscope {

/// Lowest, highest and mean of the finite values; all zero where there are none.
struct ValueRange {
    float low = 0;
    float high = 0;
    float mean = 0;

    [[nodiscard]] float magnitude() const;  ///< the larger of |low| and |high|
    friend bool operator==(const ValueRange&, const ValueRange&) = default;
};
[[nodiscard]] ValueRange rangeOf(std::span<const float> values);

/// The range of both together. The mean is left out: it becomes 0.
[[nodiscard]] ValueRange united(const ValueRange& one, const ValueRange& other);

/// The perceptually even map for values that are not negative.
enum class Colours { Viridis, Cividis };

/// How values become colours. What is not finite is painted as zero.
struct ColourScale {
    bool diverging = false;  ///< there are negative values: zero is the middle of the diverging map
    float limit = 0;         ///< the largest magnitude
    Colours colours = Colours::Viridis;

    [[nodiscard]] QRgb colour(float value) const;
    /// All of `values`, one colour each, into `pixels`.
    void paint(std::span<const float> values, QRgb* pixels) const;
    friend bool operator==(const ColourScale&, const ColourScale&) = default;
};
[[nodiscard]] ColourScale scaleOf(const ValueRange& range, Colours colours = Colours::Viridis);

}  // namespace glyphscope
