// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

#include <QtCore/QByteArray>
#include <QtGui/QImage>

namespace glyphscope {

/// The drawing as the canvas shows it, black on white, `side` x `side` pixels. One that reaches beyond the
/// canvas is fitted into it. Points that are no finite number are left out.
[[nodiscard]] QImage pictureOf(const Drawing& drawing, int side);

/// The same as an SVG document, strokes as paths.
[[nodiscard]] QByteArray svgOf(const Drawing& drawing);

}  // namespace glyphscope
