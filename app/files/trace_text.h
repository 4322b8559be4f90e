// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

#include <QtCore/QStringView>

#include <cstddef>
#include <vector>

namespace glyphscope {

/// Which values of a trace's points matter: the order of the channels as InkML's traceFormat gives it.
struct TraceFormat {
    int x = 0;             ///< position of channel X
    int y = 1;             ///< position of channel Y
    int regular = 2;       ///< values that every point has
    int intermittent = 0;  ///< values that may follow them
};

/// The points of an InkML trace (W3C InkML 2011, 3.2.1): explicit values, first (') and second (")
/// differences, "*" for no change, hexadecimal numbers, in any mixture; other channels than X and Y are
/// passed over. A point whose X or Y is not reported ("?") is left out, and a comma behind the last one is
/// none. Throws Error, without a file name, on anything else, on numbers that are not finite, and beyond
/// `mostPoints`.
[[nodiscard]] std::vector<Point> parseTrace(QStringView text, const TraceFormat& format,
                                            std::size_t mostPoints);

}  // namespace glyphscope
