// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/network/map_layout.h"

#include <QtCore/QString>

class QPainter;

namespace glyphscope {

/// What a mark means, in a sentence.
[[nodiscard]] QString markText(const MapMark& mark);

/// "3 of 32 maps are zero for this drawing. Over 1,000 test images 2 are always zero." Empty where there is
/// nothing to be said. `images` is 0 where the marks know of this drawing only.
[[nodiscard]] QString marksSummary(const std::vector<MapMark>& marks, bool vector, int images);

/// Marks a map beside its number, or in its corner where it has none; a value of a vector in its corner.
void paintMarks(QPainter& painter, const MapLayout& layout, int place, int map, const MapSheet& sheet,
                const std::vector<MapMark>& marks);

}  // namespace glyphscope
