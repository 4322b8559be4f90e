// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paint_drawing.h"

#include "ui/widgets/ink_edit.h"

#include <QtCore/QLineF>
#include <QtGui/QPaintEngine>
#include <QtGui/QPainter>

#include <algorithm>

namespace glyphscope {
namespace {

constexpr double kCore = 0.94;  // of a stroke's width: within what its edges soften
constexpr double kSharp = 0.5;  // the cosine of a turn by 60 degrees

/// The picture's own bytes, not copied.
QImage view(const Raster& grey)
{
    return QImage(grey.pixels.data(), grey.width, grey.height, grey.width, QImage::Format_Grayscale8);
}

/// 0 lets the paper through, 255 covers it.
QImage asInk(const Raster& grey, QColor ink)
{
    QImage image(grey.pixels.data(), grey.width, grey.height, grey.width, QImage::Format_Indexed8);
    QList<QRgb> colours;
    for (int cover = 0; cover < 256; ++cover)
        colours.append(qRgba(ink.red(), ink.green(), ink.blue(), cover));
    image.setColorTable(colours);
    return image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

QImage inColours(const Picture& picture)
{
    QImage image(picture.grey.width, picture.grey.height, QImage::Format_ARGB32);
    const bool opaque = picture.alpha.pixels.size() != picture.grey.pixels.size();
    for (int y = 0; y < image.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const std::size_t at = picture.grey.index(x, y);
            const std::uint8_t* rgb = picture.colours.data() + 3 * at;
            row[x] = qRgba(rgb[0], rgb[1], rgb[2], opaque ? 255 : picture.alpha.pixels[at]);
        }
    }
    return image;
}

/// What is seen through a picture: squares that neither black nor white ink is lost on.
void paintChecks(QPainter& painter, const QRectF& target)
{
    constexpr double kCheck = 10;
    painter.fillRect(target, QColor(150, 150, 150));
    for (int row = 0; row * kCheck < target.height(); ++row)
        for (int column = row % 2; column * kCheck < target.width(); column += 2)
            painter.fillRect(
                QRectF(target.topLeft() + kCheck * QPointF(column, row), QSizeF(kCheck, kCheck)) & target,
                QColor(128, 128, 128));
}

bool isWhole(const Raster& grey)
{
    return grey.width > 0 && grey.height > 0 &&
           grey.pixels.size() == static_cast<std::size_t>(grey.width) * static_cast<std::size_t>(grey.height);
}

/// The straight pieces of the way, curves as two.
QList<QLineF> piecesOf(const QPainterPath& path)
{
    QList<QLineF> pieces;
    QPointF from;
    const auto goTo = [&](QPointF to) {
        if (to != from)
            pieces.append({from, to});
        from = to;
    };
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPointF at = path.elementAt(i);
        switch (path.elementAt(i).type) {
        case QPainterPath::MoveToElement:
            from = at;
            break;
        case QPainterPath::LineToElement:
            goTo(at);
            break;
        case QPainterPath::CurveToElement: {
            const QPointF second = path.elementAt(i + 1);
            const QPointF end = path.elementAt(i + 2);
            goTo((from + 3 * at + 3 * second + end) / 8);
            goTo(end);
            i += 2;
            break;
        }
        case QPainterPath::CurveToDataElement:
            break;
        }
    }
    return pieces;
}

/// Those of the pieces between which the way turns by more than kSharp within `reach`. A way that is
/// interrupted does not turn there.
QList<QLineF> sharpTurns(const QList<QLineF>& pieces, double reach)
{
    QList<QLineF> turns;
    qsizetype taken = 0;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        double between = 0;  // along the way
        for (qsizetype j = i + 1; j < pieces.size() && between < reach; between += pieces[j++].length()) {
            if (pieces[j].p1() != pieces[j - 1].p2())
                break;
            const QPointF one = pieces[i].p2() - pieces[i].p1();
            const QPointF other = pieces[j].p2() - pieces[j].p1();
            if (QPointF::dotProduct(one, other) > kSharp * pieces[i].length() * pieces[j].length())
                continue;
            for (taken = std::max(taken, i); taken <= j; ++taken)
                turns.append(pieces[taken]);
        }
    }
    return turns;
}

bool isRaster(const QPainter& painter)
{
    return painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster;
}

}  // namespace

void paintStroke(QPainter& painter, const Stroke& stroke, QColor ink)
{
    if (stroke.points.empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const double width = strokeWidth(stroke);
    // Wider than the clip by the reach of a turn: whatever is seen of one is painted as in the whole.
    const QPainterPath path =
        painter.hasClipping()
            ? strokePath(stroke, painter.clipBoundingRect().adjusted(-width, -width, width, width))
            : strokePath(stroke);
    painter.setPen(QPen(ink, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    // Round a sharp turn the outlines of both sides cross and cancel each other, and Qt's raster engine
    // leaves hairlines open. Single pieces do not, but many of them take long: so only there.
    if (isRaster(painter)) {
        painter.setPen(QPen(ink, kCore * width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        for (const QLineF& piece : sharpTurns(piecesOf(path), width))
            painter.drawLine(piece);
    }
    painter.restore();
}

void paintPicture(QPainter& painter, const Picture& picture, QColor ink)
{
    constexpr int kPixelArt = 64;
    const Raster& grey = picture.grey;
    if (!isWhole(grey))
        return;
    const QRectF target(picture.x, picture.y, picture.width, picture.height);
    const QSize shown = painter.deviceTransform().mapRect(target).size().toSize();
    const bool enlarged = shown.width() >= grey.width && shown.height() >= grey.height;
    const bool coloured = picture.colours.size() == 3 * grey.pixels.size();
    QImage image = picture.dataSet ? asInk(grey, ink) : coloured ? inColours(picture) : view(grey);
    painter.save();
    if (coloured && !picture.alpha.empty())
        paintChecks(painter, target);
    if (!enlarged || grey.width > kPixelArt || grey.height > kPixelArt)
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
    // A painter only blends four pixels, which is too few for a photograph made small.
    if (isRaster(painter) && !shown.isEmpty() &&
        (shown.width() * 2 < grey.width || shown.height() * 2 < grey.height))
        image = image.scaled(shown, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    painter.drawImage(target, image);
    painter.restore();
}

void paintDrawing(QPainter& painter, const Drawing& drawing, QColor ink)
{
    if (drawing.picture)
        paintPicture(painter, *drawing.picture, ink);
    for (const Stroke& stroke : drawing.strokes)
        paintStroke(painter, stroke, ink);
}

QImage renderDrawing(const Drawing& drawing, QSize size, qreal dpr, QColor ink, QColor paper)
{
    QImage image((QSizeF(size) * dpr).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    image.setDevicePixelRatio(dpr);
    image.fill(paper);
    QPainter painter(&image);
    const double side = std::min(size.width(), size.height());
    painter.translate((size.width() - side) / 2, (size.height() - side) / 2);
    painter.scale(side / kCanvasSide, side / kCanvasSide);
    paintDrawing(painter, drawing, ink);
    return image;
}

}  // namespace glyphscope
