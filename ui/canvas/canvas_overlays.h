// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_geometry.h"

class QPainter;
class QString;

namespace glyphscope {

/// What the canvas shows beside ink, in widget coordinates and the colours of the theme.
void paintPaper(QPainter& painter, const CanvasGeometry& geometry);   ///< the card and its shadow
void paintGuides(QPainter& painter, const CanvasGeometry& geometry);  ///< the 20x20 of the 28x28
void paintFrame(QPainter& painter, const CanvasGeometry& geometry, bool focused);
void paintPlaceholder(QPainter& painter, const CanvasGeometry& geometry, const QString& title,
                      const QString& more);
void paintDropFrame(QPainter& painter, const CanvasGeometry& geometry, const QString& text);

/// Rings around `centre`, and the square that each can show in.
void paintEraser(QPainter& painter, QPointF centre, double radius);
void paintCrosshair(QPainter& painter, QPointF centre, double radius, bool down);
[[nodiscard]] QRect overlayArea(QPointF centre, double radius);

}  // namespace glyphscope
