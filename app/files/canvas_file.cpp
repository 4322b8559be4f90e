// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/canvas_file.h"

#include "app/files/inkml.h"
#include "app/files/picture_file.h"
#include "app/files/picture_options_json.h"
#include "model/types/error.h"

#include <QtCore/QBuffer>
#include <QtCore/QDataStream>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

const QString kFormat = u"glyphscope-canvas-2"_s;
const QString kInkmlFormat = u"glyphscope-canvas-1"_s;  // of older versions: the strokes are InkML
constexpr qsizetype kPointBytes = 2 * sizeof(double);
constexpr double kWidestPen = 1e6;

[[noreturn]] void refuseCanvas(const QString& name, const Message& reason)
{
    throw Error(GLYPHSCOPE_TEXT("Files", "%1: %2"), name.toStdString(), reason);
}

QJsonObject toJson(const Picture& picture)
{
    QBuffer png;
    png.open(QIODevice::WriteOnly);
    if (!imageOf(picture).save(&png, "PNG"))
        throw Error(GLYPHSCOPE_TEXT(
            "Files",
            "The picture on the canvas cannot be made a PNG. Save the drawing in a file of its own."));
    QJsonObject object{{u"x"_s, picture.x},
                       {u"y"_s, picture.y},
                       {u"width"_s, picture.width},
                       {u"height"_s, picture.height},
                       {u"png"_s, QString::fromLatin1(png.data().toBase64())}};
    if (picture.options != PictureOptions())
        object[u"options"_s] = pictureOptionsJson(picture.options);
    if (picture.cutOff)
        object[u"cut_off"_s] = true;
    return object;
}

Picture pictureOf(const QJsonObject& object, const QString& name)
{
    Picture picture = readPicture(QByteArray::fromBase64(object[u"png"_s].toString().toLatin1()), name);
    const auto number = [&](const QString& key) {
        const double value = object[key].toDouble(std::nan(""));
        if (!std::isfinite(value))
            refuseCanvas(
                name, {GLYPHSCOPE_TEXT("Files", "\"%1\" of the picture is no number. The file is damaged."),
                       key.toStdString()});
        return value;
    };
    picture.x = number(u"x"_s);
    picture.y = number(u"y"_s);
    picture.width = number(u"width"_s);
    picture.height = number(u"height"_s);
    if (picture.width <= 0 || picture.height <= 0)
        refuseCanvas(name, GLYPHSCOPE_TEXT("Files", "the picture has no size. The file is damaged."));
    if (object.contains(u"options"_s)) {
        const auto options = pictureOptionsOf(object[u"options"_s]);
        if (!options)
            refuseCanvas(name,
                         GLYPHSCOPE_TEXT("Files", "the options of the picture are none that this "
                                                  "version of the program writes. The file is damaged."));
        picture.options = *options;
    }
    picture.cutOff = object[u"cut_off"_s].toBool();
    return picture;
}

std::vector<Point> finiteOf(const std::vector<Point>& points)
{
    std::vector<Point> finite = points;
    std::erase_if(finite, [](const Point& p) { return !std::isfinite(p.x) || !std::isfinite(p.y); });
    return finite;
}

/// Of each stroke its pen, how many points it has, and these: 28 bytes a point at most, whatever they are.
QByteArray encoded(const std::vector<Stroke>& strokes)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    for (const Stroke& stroke : strokes) {
        const std::vector<Point> points = finiteOf(stroke.points);
        if (points.empty())
            continue;
        out << (stroke.pen > 0 && stroke.pen <= kWidestPen ? stroke.pen : 1.0)
            << static_cast<quint32>(points.size());
        for (const Point& point : points)
            out << point.x << point.y;
    }
    return bytes;
}

std::vector<Stroke> decoded(const QByteArray& bytes, const QString& name)
{
    std::vector<Stroke> strokes;
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    while (!in.atEnd()) {
        Stroke stroke;
        quint32 count = 0;
        in >> stroke.pen >> count;
        if (in.status() != QDataStream::Ok || count == 0 ||
            static_cast<qsizetype>(count) > in.device()->bytesAvailable() / kPointBytes ||
            !(stroke.pen > 0 && stroke.pen <= kWidestPen))
            refuseCanvas(
                name, {GLYPHSCOPE_TEXT("Files", "stroke %1 is cut off or has no width. The file is damaged."),
                       strokes.size() + 1});
        stroke.points.resize(count);
        for (Point& point : stroke.points) {
            in >> point.x >> point.y;
            if (!std::isfinite(point.x) || !std::isfinite(point.y))
                refuseCanvas(name, {GLYPHSCOPE_TEXT(
                                        "Files", "a point of stroke %1 is no number. The file is damaged."),
                                    strokes.size() + 1});
        }
        strokes.push_back(std::move(stroke));
    }
    return strokes;
}

std::vector<Stroke> strokesOf(const QJsonObject& object, const QString& name)
{
    const auto base64 = QByteArray::fromBase64Encoding(object[u"strokes"_s].toString().toLatin1(),
                                                       QByteArray::AbortOnBase64DecodingErrors);
    if (!base64 || base64.decoded.isEmpty())
        refuseCanvas(name, GLYPHSCOPE_TEXT("Files", "its strokes are no base64. The file is damaged."));
    return decoded(base64.decoded, name);
}

std::vector<Stroke> strokesOfInkml(const QJsonObject& object, const QString& name)
{
    std::vector<LabelledDrawing> read = readInkml(object[u"ink"_s].toString().toUtf8(), name);
    if (read.size() != 1)
        refuseCanvas(
            name, {GLYPHSCOPE_TEXT("Files", "holds %1 drawings where a canvas is one. The file is damaged."),
                   read.size()});
    return std::move(read[0].drawing.strokes);
}

}  // namespace

QByteArray writeCanvas(const Drawing& drawing)
{
    QJsonObject object{{u"format"_s, kFormat}};
    if (const QByteArray strokes = encoded(drawing.strokes); !strokes.isEmpty())
        object[u"strokes"_s] = QString::fromLatin1(strokes.toBase64());
    if (drawing.picture)
        object[u"picture"_s] = toJson(*drawing.picture);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Drawing readCanvas(const QByteArray& bytes, const QString& name)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const QJsonObject object = document.object();
    const QString format = object[u"format"_s].toString();
    if (format != kFormat && format != kInkmlFormat)
        refuseCanvas(name,
                     GLYPHSCOPE_TEXT("Files", "is no canvas that this version of the program can read."));
    Drawing drawing;
    if (format == kInkmlFormat && object.contains(u"ink"_s))
        drawing.strokes = strokesOfInkml(object, name);
    else if (object.contains(u"strokes"_s))
        drawing.strokes = strokesOf(object, name);
    if (object.contains(u"picture"_s))
        drawing.picture = pictureOf(object[u"picture"_s].toObject(), name);
    return drawing;
}

}  // namespace glyphscope
