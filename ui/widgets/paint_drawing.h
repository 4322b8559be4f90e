// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

#include <QtGui/QColor>
#include <QtGui/QImage>

class QPainter;

namespace glyphscope {

/// Paint in the drawing's own coordinates on any device, a QSvgGenerator too: the painter's transformation
/// says where the drawing goes. Its state is left as it was.
void paintStroke(QPainter& painter, const Stroke& stroke, QColor ink);
/// An image of a data set shows its bytes as ink, like all that is drawn.
void paintPicture(QPainter& painter, const Picture& picture, QColor ink);
void paintDrawing(QPainter& painter, const Drawing& drawing, QColor ink);

/// The canvas square (0 to kCanvasSide) fitted into `size` device-independent pixels, `dpr` pixels to each.
[[nodiscard]] QImage renderDrawing(const Drawing& drawing, QSize size, qreal dpr, QColor ink, QColor paper);

}  // namespace glyphscope
