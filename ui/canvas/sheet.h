// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"
#include "ui/canvas/canvas_geometry.h"

#include <QtGui/QPixmap>

#include <span>

namespace glyphscope {

/// The finished part of the canvas as pixels: paper, guides and picture, and the same with the ink on them.
/// A cache, so that a pen move paints only its own stroke.
class Sheet {
public:
    void invalidate() { m_ground = {}; }
    /// How thick pens are shown, relative to their widths; everything has to be repainted.
    void setShownPen(double shown);
    /// A stroke with its pen as it is shown, in drawing units.
    void paint(QPainter& painter, Stroke stroke) const;
    [[nodiscard]] bool isValid(const CanvasGeometry& geometry, QSize widget, qreal dpr) const;

    void rebuild(const CanvasGeometry& geometry, QSize widget, qreal dpr,
                 const std::optional<Picture>& picture, std::span<const Stroke> strokes);
    void addStroke(const Stroke& stroke);
    void repaint(const QRectF& area, std::span<const Stroke> strokes);  ///< `area` of the drawing

    [[nodiscard]] const QPixmap& pixmap() const { return m_inked; }

private:
    CanvasGeometry m_geometry;
    QPixmap m_ground;  // null: everything has to be repainted
    QPixmap m_inked;
    double m_shownPen = 1;

    void paintStrokes(QPainter& painter, const QRect& area, std::span<const Stroke> strokes) const;
};

/// Limits a painter in widget coordinates to `area` of the paper. Follows its round corners only where they
/// matter: rectangles clip much faster.
void clipToPaper(QPainter& painter, const CanvasGeometry& geometry, const QRect& area);

}  // namespace glyphscope
