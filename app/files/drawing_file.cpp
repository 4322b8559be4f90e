// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/drawing_file.h"

#include "app/files/drawing_export.h"
#include "app/files/inkml.h"
#include "app/files/picture_file.h"
#include "app/files/unipen.h"
#include "app/text/file_name.h"
#include "model/checkpoint/atomic_file.h"
#include "model/data/content_kind.h"
#include "model/preprocess/data_image.h"
#include "model/types/error.h"

#include <QtCore/QBuffer>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <system_error>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestPictureFile = qint64{256} << 20;
constexpr int kPictureSide = 560;

[[noreturn]] void fail(const QString& name, const Message& reason)
{
    throw Error(GLYPHSCOPE_TEXT("Files", "%1: %2"), name.toStdString(), reason);
}

/// XML begins with "<", after a byte order mark or blanks; in UTF-16 with a mark.
bool looksLikeXml(const QByteArray& bytes)
{
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return true;
    const QByteArray begin = bytes.left(1024);
    return (begin.startsWith("\xef\xbb\xbf") ? begin.mid(3) : begin).trimmed().startsWith('<');
}

QByteArray contentOf(const QString& path)
{
    const std::string bytes = fileNameBytes(path);
    std::error_code code;
    if (!std::filesystem::exists(bytes, code))
        fail(path, GLYPHSCOPE_TEXT("Files", "no such file. Check the name and the folder."));
    if (!std::filesystem::is_regular_file(bytes, code))
        fail(path, GLYPHSCOPE_TEXT("Files", "not a file. Choose a file of ink or a picture."));
    QFile file;
    if (!openToRead(file, path))
        throw UnreadableFile(
            GLYPHSCOPE_TEXT("Files", "%1: cannot be opened (%2). Check that you may read it."),
            path.toStdString(), file.errorString().toStdString());
    if (file.peek(2) == "\x1f\x8b")
        fail(path,
             GLYPHSCOPE_TEXT(
                 "Files", "packed (gzip), and not a data set in IDX. Unpack it, and open what is inside."));
    const ContentKind kind = contentKindOf(fileNameBytes(path));
    if (const std::optional<Message> advice = adviceFor(kind))
        fail(path, *advice);
    if (kind == ContentKind::Safetensors || kind == ContentKind::PyTorch)
        fail(path, GLYPHSCOPE_TEXT(
                       "Files", "weights of a network, and no drawing. Choose a file of ink or a picture."));
    const bool picture = looksLikePicture(file.peek(16));
    const qint64 most = picture ? kLargestPictureFile : InkmlLimits::bytes;
    if (file.size() > most)
        fail(path,
             {picture ? GLYPHSCOPE_TEXT("Files", "%1 bytes; a picture may have %2 MiB. Choose a smaller one.")
                      : GLYPHSCOPE_TEXT("Files",
                                        "%1 bytes; a file of ink may have %2 MiB. Choose a smaller one."),
              file.size(), most >> 20});
    QByteArray content = file.readAll();
    if (file.error() != QFileDevice::NoError)
        throw UnreadableFile(GLYPHSCOPE_TEXT("Files", "%1: cannot be read to its end (%2). Check the disk."),
                             path.toStdString(), file.errorString().toStdString());
    return content;
}

QByteArray pngOf(const Drawing& drawing)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const QImage image = isDataImage(drawing)
                             ? imageOf(pictureOfDataSet(readAsItIs(drawing).glyph, *drawing.picture->dataSet))
                             : pictureOf(drawing, kPictureSide);
    if (!image.save(&buffer, "PNG"))
        throw Error(GLYPHSCOPE_TEXT(
            "Files",
            "The picture could not be made: no memory, or Qt cannot write PNG. Save as SVG or InkML."));
    return bytes;
}

QByteArray bytesOf(const LabelledDrawing& drawing, DrawingFormat format)
{
    switch (format) {
    case DrawingFormat::Inkml:
        return writeInkml({drawing});
    case DrawingFormat::Png:
        return pngOf(drawing.drawing);
    case DrawingFormat::Svg:
        break;
    }
    return svgOf(drawing.drawing);
}

/// What cannot be put into a file at all is told with its name, too.
void writeSafely(const QString& path, const std::function<QByteArray()>& make)
{
    const std::filesystem::path file = fileNameBytes(path);
    std::error_code code;
    if (!std::filesystem::is_directory(std::filesystem::absolute(file, code).parent_path(), code))
        fail(path, GLYPHSCOPE_TEXT("Files", "there is no such folder. Choose another one, or make it."));
    QByteArray bytes;
    try {
        bytes = make();
    } catch (const Error& error) {
        fail(path, error.message());
    }
    writeAtomically(file,
                    std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

}  // namespace

Picture loadPicture(const QString& path, int longest)
{
    return readPicture(contentOf(path), path, longest);
}

DrawingFile loadDrawings(const QString& path)
{
    const QByteArray bytes = contentOf(path);
    if (looksLikePicture(bytes)) {
        LabelledDrawing drawing;
        drawing.drawing.picture = readPicture(bytes, path);
        drawing.id = QFileInfo(path).fileName().toStdString();
        return {DrawingFile::Kind::Picture, {std::move(drawing)}, {}};
    }
    if (looksLikeXml(bytes))
        return {DrawingFile::Kind::Ink, readInkml(bytes, path), {}};
    if (looksLikeUnipen(bytes)) {
        DrawingFile file;
        file.drawings = readUnipen(bytes, path, &file.notes);
        return file;
    }
    fail(path, bytes.isEmpty()
                   ? GLYPHSCOPE_TEXT("Files", "empty. Choose a file of ink or a picture.")
                   : GLYPHSCOPE_TEXT("Files", "neither InkML nor UNIPEN nor a picture in PNG, JPEG, BMP or "
                                              "WebP, by its content. Choose another file, or convert it."));
}

std::optional<DrawingFormat> drawingFormatNamed(const QString& name)
{
    const QString lower = name.toLower();
    if (lower == "inkml"_L1)
        return DrawingFormat::Inkml;
    if (lower == "png"_L1)
        return DrawingFormat::Png;
    return lower == "svg"_L1 ? std::optional(DrawingFormat::Svg) : std::nullopt;
}

void saveDrawing(const QString& path, const LabelledDrawing& drawing, DrawingFormat format)
{
    writeSafely(path, [&] { return bytesOf(drawing, format); });
}

void saveDrawing(const QString& path, const LabelledDrawing& drawing)
{
    const std::optional<DrawingFormat> format = drawingFormatNamed(QFileInfo(path).suffix());
    if (!format)
        fail(path,
             GLYPHSCOPE_TEXT("Files", "the name ends in none of .inkml, .png, .svg. Give it one of them."));
    saveDrawing(path, drawing, *format);
}

void saveInkml(const QString& path, const std::vector<LabelledDrawing>& drawings)
{
    writeSafely(path, [&] { return writeInkml(drawings); });
}

}  // namespace glyphscope
