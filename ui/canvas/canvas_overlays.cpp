// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_overlays.h"

#include "model/types/raster.h"
#include "ui/canvas/sheet.h"
#include "ui/style/theme.h"
#include "ui/widgets/ink_edit.h"

#include <QtCore/QString>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>

namespace glyphscope {
namespace {

constexpr double kCrosshairArm = 7;

QColor withAlpha(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

/// A rounded line that stays on its own pixels on both sides of `rect`'s edge.
void strokeRounded(QPainter& painter, const QRectF& rect, double radius, const QPen& pen)
{
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect, radius, radius);
}

/// The height that `text` takes in `width`, wrapped.
double overlayTextHeight(const QString& text, const QFont& font, double width)
{
    const QRectF room(0, 0, width, 10'000);
    return QFontMetricsF(font).boundingRect(room, Qt::AlignHCenter | Qt::TextWordWrap, text).height();
}

}  // namespace

void paintPaper(QPainter& painter, const CanvasGeometry& geometry)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int spread = 5; spread >= 1; --spread) {
        painter.setBrush(QColor(0, 0, 0, theme().dark ? 22 : 5));
        const QRectF shadow = geometry.paper.adjusted(-spread, 1 - spread, spread, 1 + spread);
        painter.drawRoundedRect(shadow, metrics::kRadius + spread, metrics::kRadius + spread);
    }
    painter.setBrush(theme().paper);
    painter.drawRoundedRect(geometry.paper, metrics::kRadius, metrics::kRadius);
    painter.restore();
}

void paintGuides(QPainter& painter, const CanvasGeometry& geometry)
{
    const double inset = geometry.paper.width() * 4 / 28;
    const QRectF frame = geometry.paper.adjusted(inset, inset, -inset, -inset);
    const double arm = frame.width() * 0.07;
    const double tick = frame.width() * 0.025;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().guide, 1.5, Qt::SolidLine, Qt::RoundCap));
    for (const double x : {-1.0, 1.0}) {
        for (const double y : {-1.0, 1.0}) {
            const QPointF corner = frame.center() + QPointF(x, y) * frame.width() / 2;
            painter.drawLine(corner, corner - QPointF(x * arm, 0));
            painter.drawLine(corner, corner - QPointF(0, y * arm));
        }
        const QPointF side(x * frame.width() / 2, 0);
        painter.drawLine(frame.center() + side, frame.center() + side - QPointF(x * tick, 0));
        const QPointF end(0, x * frame.width() / 2);
        painter.drawLine(frame.center() + end, frame.center() + end - QPointF(0, x * tick));
    }
    painter.restore();
}

void paintFrame(QPainter& painter, const CanvasGeometry& geometry, bool focused)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF edge = geometry.paper.adjusted(-0.5, -0.5, 0.5, 0.5);
    strokeRounded(painter, edge, metrics::kRadius + 0.5, QPen(theme().border, 1));
    if (focused) {
        const QRectF ring = geometry.paper.adjusted(-3, -3, 3, 3);
        strokeRounded(painter, ring, metrics::kRadius + 3, QPen(theme().accent, 2));
    }
    painter.restore();
}

void paintPlaceholder(QPainter& painter, const CanvasGeometry& geometry, const QString& title,
                      const QString& more)
{
    const double width = geometry.paper.width() * 0.64;
    const QFont titleFont = font(TextStyle::Heading);
    const QFont moreFont = font(TextStyle::Caption);
    const double titleHeight = overlayTextHeight(title, titleFont, width);
    const double moreHeight = overlayTextHeight(more, moreFont, width);
    const double height = titleHeight + metrics::kUnit + moreHeight;
    const QPointF corner = geometry.paper.center() - QPointF(width, height) / 2;
    constexpr int kFlags = Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap;
    painter.save();
    painter.setFont(titleFont);
    painter.setPen(withAlpha(theme().ink, 0.72));
    painter.drawText(QRectF(corner, QSizeF(width, titleHeight)), kFlags, title);
    painter.setFont(moreFont);
    painter.setPen(theme().mutedText);
    painter.drawText(QRectF(corner + QPointF(0, titleHeight + metrics::kUnit), QSizeF(width, moreHeight)),
                     kFlags, more);
    painter.restore();
}

void paintOverlay(QPainter& painter, const CanvasGeometry& geometry, const CanvasOverlay& overlay)
{
    if (overlay.place.isEmpty())
        return;
    painter.save();
    clipToPaper(painter, geometry, overlayArea(geometry, overlay));
    if (!overlay.heat.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform, overlay.heat.width() > kGlyphSide);
        painter.drawImage(geometry.transform().mapRect(overlay.place), overlay.heat);
    }
    if (const QRectF box = overlayBox(geometry, overlay); !box.isEmpty()) {
        // A light frame under the coloured one: seen on ink and on any heat.
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        for (const QPen& pen : {QPen(withAlpha(theme().paper, 0.9), 4), QPen(theme().accent, 2)}) {
            painter.setPen(pen);
            painter.drawRoundedRect(box, 2, 2);
        }
    }
    painter.restore();
}

void paintDropFrame(QPainter& painter, const CanvasGeometry& geometry, const QString& text)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(theme().accentSoft, 0.86));
    painter.drawRoundedRect(geometry.paper, metrics::kRadius, metrics::kRadius);
    const double inset = metrics::kGap;
    QPen dashes(theme().accent, 2, Qt::CustomDashLine, Qt::RoundCap);
    dashes.setDashPattern({3, 3});
    strokeRounded(painter, geometry.paper.adjusted(inset, inset, -inset, -inset), metrics::kUnit, dashes);
    painter.setPen(theme().dark ? theme().text : theme().accent);
    painter.setFont(font(TextStyle::Heading));
    const double side = geometry.paper.width() * 0.1;
    painter.drawText(geometry.paper.adjusted(side, side, -side, -side), Qt::AlignCenter | Qt::TextWordWrap,
                     text);
    painter.restore();
}

void paintEraser(QPainter& painter, QPointF centre, double radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // A light ring beside a dark one: seen on paper, ink and photographs alike.
    painter.setBrush(withAlpha(theme().paper, 0.35));
    painter.setPen(QPen(withAlpha(theme().paper, 0.9), 3));
    painter.drawEllipse(centre, radius, radius);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().text, 1.25));
    painter.drawEllipse(centre, radius, radius);
    painter.restore();
}

void paintCrosshair(QPainter& painter, QPointF centre, double radius, bool down)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const QPen& pen : {QPen(withAlpha(theme().paper, 0.9), 4), QPen(theme().accent, 2)}) {
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(centre, radius, radius);
        for (const QPointF arm : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
            painter.drawLine(centre + arm * radius, centre + arm * (radius + kCrosshairArm));
    }
    if (down) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().accent);
        painter.drawEllipse(centre, 3, 3);
    }
    painter.restore();
}

QRect overlayArea(QPointF centre, double radius)
{
    const double reach = radius + kCrosshairArm + 4;
    return QRectF(centre - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)).toAlignedRect();
}

QRectF overlayBox(const CanvasGeometry& geometry, const CanvasOverlay& overlay)
{
    if (!overlay.box || overlay.place.isEmpty())
        return {};
    const QSizeF cell = overlay.place.size() / kGlyphSide;
    const QRectF box(overlay.place.left() + overlay.box->left() * cell.width(),
                     overlay.place.top() + overlay.box->top() * cell.height(),
                     overlay.box->width() * cell.width(), overlay.box->height() * cell.height());
    return geometry.transform().mapRect(box);
}

QRect overlayArea(const CanvasGeometry& geometry, const CanvasOverlay& overlay)
{
    constexpr int kFrame = 3;
    const QRect box =
        overlayBox(geometry, overlay).toAlignedRect().adjusted(-kFrame, -kFrame, kFrame, kFrame);
    const QRect heat = geometry.toWidget(overlay.place);
    return overlay.place.isEmpty() ? QRect() : (overlay.box ? heat | box : heat);
}

}  // namespace glyphscope
