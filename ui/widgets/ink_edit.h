// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

#include <QtCore/QRectF>
#include <QtGui/QPainterPath>

namespace glyphscope {

inline constexpr double kCanvasSide = 280;  ///< the canvas shows 0 to this along both axes of a drawing
inline constexpr double kFigureSide = kCanvasSide * 20 / 28;  ///< of one character, as MNIST lays it out
inline constexpr double kPenWidth = 18;                       ///< of the standard pen, in drawing units

/// The width a stroke is painted with, in drawing units.
[[nodiscard]] double strokeWidth(const Stroke& stroke);

/// Everything that the stroke inks, its width included. Null for a stroke without points.
[[nodiscard]] QRectF strokeBounds(const Stroke& stroke);

/// All strokes with their widths, and the picture. Null for an empty drawing.
[[nodiscard]] QRectF drawingBounds(const Drawing& drawing);

[[nodiscard]] Drawing withStroke(Drawing drawing, Stroke stroke);

struct Erasure {
    Drawing drawing;
    QRectF changed;  ///< where ink, as it is painted, is another than before; null: nothing was touched
};

/// Removes the ink that a disc touches while its centre runs along `path` (one point: where it is set down).
/// A stroke is cut exactly where its round end just clears the disc: at `radius` and half the stroke's width
/// from the path. What remains of it becomes strokes of its own, in order. A picture is left alone.
[[nodiscard]] Erasure eraseAlong(Drawing drawing, const std::vector<Point>& path, double radius);

/// Brings a drawing in units of its own (InkML knows no canvas) into the canvas: centred and scaled, both
/// axes alike. One that already lies on the canvas in a visible size stays as it is, unless `anyway`.
[[nodiscard]] Drawing fittedToCanvas(Drawing drawing, bool anyway = false);

/// The stroke's centre line, for a round pen: corners become quadratic curves from mid-point to mid-point,
/// but on long segments reach no further than a pen's width, so that sparse ink keeps its shape. A dot is a
/// line of no visible length.
[[nodiscard]] QPainterPath strokePath(const Stroke& stroke);

/// The parts of strokePath() whose ink can reach `clip`. Inside `clip` both paint the same.
[[nodiscard]] QPainterPath strokePath(const Stroke& stroke, const QRectF& clip);

}  // namespace glyphscope
