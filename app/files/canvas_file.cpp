// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/canvas_file.h"

#include "app/files/inkml.h"
#include "app/files/picture_file.h"
#include "model/types/error.h"

#include <QtCore/QBuffer>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

const QString kFormat = u"glyphscope-canvas-1"_s;

[[noreturn]] void fail(const QString& name, const QString& reason)
{
    throw Error(u"%1: %2"_s.arg(name, reason).toStdString());
}

QJsonObject toJson(const Picture& picture)
{
    const Raster& grey = picture.grey;
    const QImage image(grey.pixels.data(), grey.width, grey.height, grey.width, QImage::Format_Grayscale8);
    QBuffer png;
    png.open(QIODevice::WriteOnly);
    image.save(&png, "PNG");
    return {{u"x"_s, picture.x},
            {u"y"_s, picture.y},
            {u"width"_s, picture.width},
            {u"height"_s, picture.height},
            {u"png"_s, QString::fromLatin1(png.data().toBase64())}};
}

Picture pictureOf(const QJsonObject& object, const QString& name)
{
    Picture picture = readPicture(QByteArray::fromBase64(object[u"png"_s].toString().toLatin1()), name);
    const auto number = [&](const QString& key) {
        const double value = object[key].toDouble(std::nan(""));
        if (!std::isfinite(value))
            fail(name, u"\"%1\" of the picture is no number. The file is damaged."_s.arg(key));
        return value;
    };
    picture.x = number(u"x"_s);
    picture.y = number(u"y"_s);
    picture.width = number(u"width"_s);
    picture.height = number(u"height"_s);
    if (picture.width <= 0 || picture.height <= 0)
        fail(name, u"the picture has no size. The file is damaged."_s);
    return picture;
}

}  // namespace

QByteArray writeCanvas(const Drawing& drawing)
{
    QJsonObject object{{u"format"_s, kFormat}};
    if (!drawing.strokes.empty())
        object[u"ink"_s] = QString::fromUtf8(writeInkml({{{drawing.strokes, {}}, {}, {}}}));
    if (drawing.picture)
        object[u"picture"_s] = toJson(*drawing.picture);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Drawing readCanvas(const QByteArray& bytes, const QString& name)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const QJsonObject object = document.object();
    if (object[u"format"_s].toString() != kFormat)
        fail(name, u"is no canvas that this version of the program can read."_s);
    Drawing drawing;
    if (object.contains(u"ink"_s)) {
        std::vector<LabelledDrawing> read = readInkml(object[u"ink"_s].toString().toUtf8(), name);
        if (read.size() != 1)
            fail(name, u"holds %1 drawings where a canvas is one. The file is damaged."_s.arg(read.size()));
        drawing = std::move(read[0].drawing);
    }
    if (object.contains(u"picture"_s))
        drawing.picture = pictureOf(object[u"picture"_s].toObject(), name);
    return drawing;
}

}  // namespace glyphscope
