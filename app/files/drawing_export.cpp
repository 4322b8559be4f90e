// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/drawing_export.h"

#include "ui/widgets/ink_edit.h"
#include "ui/widgets/paint_drawing.h"

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>
#include <QtSvg/QSvgGenerator>

#include <cmath>

namespace glyphscope {
namespace {

Drawing onCanvas(Drawing drawing)
{
    for (Stroke& stroke : drawing.strokes)
        std::erase_if(stroke.points, [](Point p) { return !std::isfinite(p.x) || !std::isfinite(p.y); });
    return fittedToCanvas(std::move(drawing));
}

}  // namespace

QImage pictureOf(const Drawing& drawing, int side)
{
    return renderDrawing(onCanvas(drawing), QSize(side, side), 1, Qt::black, Qt::white);
}

QByteArray svgOf(const Drawing& drawing)
{
    const QRectF sheet(0, 0, kCanvasSide, kCanvasSide);
    QBuffer document;
    QSvgGenerator svg;
    svg.setOutputDevice(&document);
    svg.setTitle(QCoreApplication::translate("Files", "Glyphscope drawing"));
    svg.setViewBox(sheet);
    svg.setSize(sheet.size().toSize());
    svg.setResolution(96);  // CSS pixels: the size above in them is the view box's
    QPainter painter(&svg);
    painter.fillRect(sheet, Qt::white);
    paintDrawing(painter, onCanvas(drawing), Qt::black);
    painter.end();
    return document.data();
}

}  // namespace glyphscope
