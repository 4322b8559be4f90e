// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

#include <QtCore/QByteArray>
#include <QtGui/QImage>

namespace glyphscope {

/// The canvas in drawing units: what an exported picture shows.
inline constexpr double kExportSide = 280;

/// Width of the standard pen in them.
inline constexpr double kExportPen = 18;

/// The drawing as dark ink on white, `side` x `side` pixels. Shows 0 to 280 along both axes; a drawing that
/// reaches beyond is scaled to fit.
[[nodiscard]] QImage paintDrawing(const Drawing& drawing, int side);

/// The same as an SVG document, strokes as paths.
[[nodiscard]] QByteArray svgOf(const Drawing& drawing);

}  // namespace glyphscope
