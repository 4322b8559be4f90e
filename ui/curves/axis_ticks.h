// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>

namespace glyphscope {

/// An axis that begins and ends where its numbers are round.
struct AxisTicks {
    double from = 0;
    double to = 1;
    QList<double> values;  ///< ascending, within `from` and `to`
    int decimals = 0;      ///< that tell the values apart
};

/// The smallest of 1, 2 or 5 times a power of ten that cuts `span` > 0 into at most `most` parts.
[[nodiscard]] double roundStep(double span, int most);

/// The tightest axis around [low, high] with at most `most` parts (>= 2) of a round step. An empty range is
/// widened to both sides.
[[nodiscard]] AxisTicks roundTicks(double low, double high, int most);

/// Round numbers, at most `most` (>= 2) and one more, on an axis that ends exactly at `low` < `high`; none
/// closer together than `least`.
[[nodiscard]] AxisTicks ticksWithin(double low, double high, int most, double least = 0);

/// The same for seconds: round numbers of seconds, minutes or hours.
[[nodiscard]] AxisTicks timeTicks(double low, double high, int most);

/// A logarithmic axis around 0 < `low` <= `high`, from and to 1, 2 or 5 times a power of ten, with at most
/// `most`
/// (>= 2) numbers of that kind on it, or only powers of ten where there are too many.
[[nodiscard]] AxisTicks logTicks(double low, double high, int most);

}  // namespace glyphscope
