// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/drawing_export.h"

#include <QtCore/QBuffer>
#include <QtCore/QXmlStreamWriter>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtGui/QTransform>

#include <algorithm>
#include <cmath>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr double kFittedSide = 240;

bool usable(const Point& p)
{
    return std::abs(p.x) < 1e100 && std::abs(p.y) < 1e100;
}

QRectF boundsOf(const Drawing& drawing)
{
    double left = INFINITY;
    double top = INFINITY;
    double right = -INFINITY;
    double bottom = -INFINITY;
    const auto add = [&](double x, double y) {
        left = std::min(left, x);
        right = std::max(right, x);
        top = std::min(top, y);
        bottom = std::max(bottom, y);
    };
    for (const Stroke& stroke : drawing.strokes)
        for (const Point& p : stroke.points)
            if (usable(p))
                add(p.x, p.y);
    if (drawing.picture) {
        add(drawing.picture->x, drawing.picture->y);
        add(drawing.picture->x + drawing.picture->width, drawing.picture->y + drawing.picture->height);
    }
    return left > right ? QRectF(0, 0, kExportSide, kExportSide)
                        : QRectF(QPointF(left, top), QPointF(right, bottom));
}

/// From the drawing's coordinates to the sheet's: none, unless it reaches beyond the sheet.
QTransform ontoSheet(const Drawing& drawing)
{
    const QRectF bounds = boundsOf(drawing);
    if (QRectF(0, 0, kExportSide, kExportSide).contains(bounds) ||
        (bounds.left() >= 0 && bounds.top() >= 0 && bounds.right() <= kExportSide &&
         bounds.bottom() <= kExportSide))
        return {};
    const double longer = std::max(bounds.width(), bounds.height());
    const double scale = longer > 0 ? kFittedSide / longer : 1;
    const QPointF centre = bounds.center();
    return QTransform(scale, 0, 0, scale, kExportSide / 2 - centre.x() * scale,
                      kExportSide / 2 - centre.y() * scale);
}

std::vector<QPointF> pointsOnSheet(const Stroke& stroke, const QTransform& transform)
{
    std::vector<QPointF> points;
    for (const Point& p : stroke.points)
        if (usable(p))
            points.push_back(transform.map(QPointF(p.x, p.y)));
    // A path that goes nowhere still gets its round caps: a dot.
    if (points.size() == 1)
        points.push_back(points.front());
    return points;
}

double penOf(const Stroke& stroke)
{
    return kExportPen * (std::isfinite(stroke.pen) ? std::clamp(stroke.pen, 0.1, 10.0) : 1.0);
}

QImage imageOf(const Raster& grey)
{
    QImage image(grey.width, grey.height, QImage::Format_Grayscale8);
    for (int y = 0; y < grey.height; ++y)
        std::copy_n(grey.pixels.data() + grey.index(0, y), grey.width, image.scanLine(y));
    return image;
}

QRectF placeOf(const Picture& picture, const QTransform& transform)
{
    return transform.mapRect(QRectF(picture.x, picture.y, picture.width, picture.height));
}

QString number(double v)
{
    return QString::number(v, 'g', 8);
}

void writePicture(QXmlStreamWriter& xml, const Picture& picture, const QTransform& transform)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    imageOf(picture.grey).save(&buffer, "PNG");
    const QRectF place = placeOf(picture, transform);
    xml.writeEmptyElement(u"image"_s);
    xml.writeAttribute(u"x"_s, number(place.x()));
    xml.writeAttribute(u"y"_s, number(place.y()));
    xml.writeAttribute(u"width"_s, number(place.width()));
    xml.writeAttribute(u"height"_s, number(place.height()));
    xml.writeAttribute(u"preserveAspectRatio"_s, u"none"_s);
    xml.writeAttribute(u"href"_s, u"data:image/png;base64,"_s + QString::fromLatin1(png.toBase64()));
}

}  // namespace

QImage paintDrawing(const Drawing& drawing, int side)
{
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(Qt::white);
    const QTransform transform = ontoSheet(drawing);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.scale(side / kExportSide, side / kExportSide);
    if (drawing.picture && !drawing.picture->grey.empty())
        painter.drawImage(placeOf(*drawing.picture, transform), imageOf(drawing.picture->grey));
    for (const Stroke& stroke : drawing.strokes) {
        const std::vector<QPointF> points = pointsOnSheet(stroke, transform);
        painter.setPen(QPen(Qt::black, penOf(stroke), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        if (points.size() == 2 && points[0] == points[1])
            painter.drawPoint(points[0]);
        else
            painter.drawPolyline(points.data(), static_cast<int>(points.size()));
    }
    return image;
}

QByteArray svgOf(const Drawing& drawing)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"svg"_s);
    xml.writeDefaultNamespace(u"http://www.w3.org/2000/svg"_s);
    xml.writeAttribute(u"viewBox"_s, u"0 0 280 280"_s);
    xml.writeAttribute(u"width"_s, u"280"_s);
    xml.writeAttribute(u"height"_s, u"280"_s);
    xml.writeEmptyElement(u"rect"_s);
    xml.writeAttribute(u"width"_s, u"280"_s);
    xml.writeAttribute(u"height"_s, u"280"_s);
    xml.writeAttribute(u"fill"_s, u"white"_s);
    const QTransform transform = ontoSheet(drawing);
    if (drawing.picture && !drawing.picture->grey.empty())
        writePicture(xml, *drawing.picture, transform);
    for (const Stroke& stroke : drawing.strokes) {
        QString path;
        for (const QPointF& p : pointsOnSheet(stroke, transform))
            path += (path.isEmpty() ? u"M"_s : u" L"_s) + number(p.x()) + u' ' + number(p.y());
        if (path.isEmpty())
            continue;
        xml.writeEmptyElement(u"path"_s);
        xml.writeAttribute(u"d"_s, path);
        xml.writeAttribute(u"fill"_s, u"none"_s);
        xml.writeAttribute(u"stroke"_s, u"black"_s);
        xml.writeAttribute(u"stroke-width"_s, number(penOf(stroke)));
        xml.writeAttribute(u"stroke-linecap"_s, u"round"_s);
        xml.writeAttribute(u"stroke-linejoin"_s, u"round"_s);
    }
    xml.writeEndDocument();
    return bytes;
}

}  // namespace glyphscope
