// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QRect>

namespace glyphscope {

/// Where pairs of digits stand: each column an original with its distorted copy below, in as many bands of
/// columns as the width asks for.
struct PreviewGeometry {
    QList<QRect> originals;
    QList<QRect> distorted;
    int height = 0;  ///< of all of them
};

[[nodiscard]] PreviewGeometry previewGeometry(int count, int width);

}  // namespace glyphscope
