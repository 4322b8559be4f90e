// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_geometry.h"

#include <QtGui/QImage>

#include <optional>

class QPainter;
class QString;

namespace glyphscope {

/// What is laid over the drawing in the place where the network sees it.
struct CanvasOverlay {
    QImage heat;  ///< translucent; a pixel a glyph pixel is drawn in squares, a finer one smoothly
    std::optional<QRectF> box;  ///< a frame, in glyph pixels
    QRectF place;               ///< where the 28x28 lies, in drawing units
};

/// What the canvas shows beside ink, in widget coordinates and the colours of the theme.
void paintPaper(QPainter& painter, const CanvasGeometry& geometry);   ///< the card and its shadow
void paintGuides(QPainter& painter, const CanvasGeometry& geometry);  ///< the 20x20 of the 28x28
void paintFrame(QPainter& painter, const CanvasGeometry& geometry, bool focused);
void paintPlaceholder(QPainter& painter, const CanvasGeometry& geometry, const QString& title,
                      const QString& more);
void paintOverlay(QPainter& painter, const CanvasGeometry& geometry, const CanvasOverlay& overlay);
void paintDropFrame(QPainter& painter, const CanvasGeometry& geometry, const QString& text);

/// Rings around `centre`, and the square that each can show in.
void paintEraser(QPainter& painter, QPointF centre, double radius);
void paintCrosshair(QPainter& painter, QPointF centre, double radius, bool down);
[[nodiscard]] QRect overlayArea(QPointF centre, double radius);

/// The box in widget coordinates; nothing where there is none.
[[nodiscard]] QRectF overlayBox(const CanvasGeometry& geometry, const CanvasOverlay& overlay);
/// The whole pixels of the widget that the overlay can show in.
[[nodiscard]] QRect overlayArea(const CanvasGeometry& geometry, const CanvasOverlay& overlay);

}  // namespace glyphscope
