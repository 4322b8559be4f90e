// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QPointF>

#include <span>

namespace glyphscope {

/// What a line through `points` shows on `columns` pixels from x = `from` to x = `to`: the lowest and the
/// highest point of every column, in their order, so that no peak is lost. `points` ascend in x; those out
/// of the range or not finite are left out. At most 2 * `columns` points come back.
[[nodiscard]] QList<QPointF> decimate(std::span<const QPointF> points, double from, double to, int columns);

}  // namespace glyphscope
