// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>

namespace glyphscope {

/// An axis that begins and ends where its numbers are round.
struct AxisTicks {
    double from = 0;
    double to = 1;
    QList<double> values;  ///< ascending, from `from` to `to`
    int decimals = 0;      ///< that tell the values apart
};

/// The smallest of 1, 2 or 5 times a power of ten that cuts `span` > 0 into at most `most` parts.
[[nodiscard]] double roundStep(double span, int most);

/// The tightest axis around [low, high] with at most `most` parts (>= 2) of a round step. An empty range is
/// widened to both sides.
[[nodiscard]] AxisTicks roundTicks(double low, double high, int most);

/// Round whole numbers from 0 to `total` > 0, for an axis that ends exactly at `total`.
[[nodiscard]] AxisTicks ticksUpTo(double total, int most);

}  // namespace glyphscope
