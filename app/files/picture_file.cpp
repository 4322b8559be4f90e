// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/picture_file.h"

#include "app/files/picture_container.h"
#include "model/types/error.h"
#include "ui/widgets/ink_edit.h"

#include <QtCore/QBuffer>
#include <QtCore/QLoggingCategory>
#include <QtCore/QtEndian>
#include <QtGui/QImageReader>
#include <QtGui/QPainter>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <mutex>
#include <string>

namespace glyphscope {

namespace {

constexpr double kLongerSide = 240;  // of the canvas' 280
constexpr int kMostScans = 100;      // of a JPEG: each goes over all pixels, for a few bytes; ten are usual
constexpr int kDecodedMebibytes = 256;              // 8192 x 8192 at 4 bytes
constexpr auto kDataSetKey = "glyphscope-dataset";  // of a PNG's texts
constexpr qsizetype kLongestNameChunk = 300;        // its chunk, bytes

[[noreturn]] void refusePicture(const QString& name, const Message& reason)
{
    throw Error(GLYPHSCOPE_TEXT("Files", "%1: %2"), name.toStdString(), reason);
}

/// The format by the file's first bytes; empty for none that is read.
QByteArray formatOf(const QByteArray& bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    if (bytes.startsWith("\xff\xd8\xff"))
        return "jpeg";
    if (bytes.startsWith("BM"))
        return "bmp";
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return "webp";
    return {};
}

/// Whether a chunk is the text that imageOf() writes, short enough to be packed without harm.
bool isNameOfSet(QByteArrayView chunk)
{
    return chunk.size() <= kLongestNameChunk && chunk.sliced(8).startsWith(QByteArray(kDataSetKey) + '\0');
}

/// A PNG without its texts and colour profile: packed, they may be a thousand times as large in memory. The
/// first name of a data set stays.
QByteArray withoutWords(const QByteArray& png)
{
    constexpr qsizetype kSignature = 8;
    constexpr qsizetype kFrame = 12;  // length, type and sum of a chunk
    static constexpr std::array kWords{"tEXt", "zTXt", "iTXt", "iCCP"};
    QByteArray kept = png.first(kSignature);
    qsizetype at = kSignature;
    bool named = false;
    while (png.size() - at >= kFrame) {
        const qsizetype length = qFromBigEndian<quint32>(png.constData() + at);
        if (length > png.size() - at - kFrame)
            break;
        const QByteArrayView chunk = QByteArrayView(png).sliced(at, length + kFrame);
        const bool words = std::ranges::find(kWords, chunk.sliced(4, 4)) != kWords.end();
        const bool name = words && !named && isNameOfSet(chunk);
        named = named || name;
        if (!words || name)
            kept += chunk;
        at += chunk.size();
    }
    // A chunk that breaks off is worth reading in the pixels only: libpng makes room for what it announces.
    if (const QByteArrayView rest = QByteArrayView(png).sliced(at);
        rest.sliced(qMin(4, rest.size())).startsWith("IDAT"))
        kept += rest;
    return kept;
}

/// A BMP with its top line first says so by a negative height.
QSize sizeIn(const QImageReader& reader)
{
    const QSize size = reader.size();
    const bool turned = reader.format() == "bmp" && size.height() > std::numeric_limits<int>::min();
    return turned ? QSize(size.width(), std::abs(size.height())) : size;
}

bool hasTransparentPixels(const QImage& argb)
{
    for (int y = 0; y < argb.height(); ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(argb.constScanLine(y));
        if (std::any_of(row, row + argb.width(), [](QRgb pixel) { return qAlpha(pixel) != 255; }))
            return true;
    }
    return false;
}

QImage overWhite(const QImage& image)
{
    if (!image.hasAlphaChannel())
        return image;
    QImage opaque(image.size(), QImage::Format_RGB32);
    opaque.fill(Qt::white);
    QPainter painter(&opaque);
    painter.drawImage(QRect(QPoint(0, 0), image.size()), image);
    return opaque;
}

QLoggingCategory::CategoryFilter filterBefore = nullptr;

/// What Qt's decoders would print is said by our own errors and marks.
void silenceDecoders()
{
    static std::once_flag once;
    std::call_once(once, [] {
        filterBefore = QLoggingCategory::installFilter([](QLoggingCategory* category) {
            if (filterBefore)  // while the filter is being installed, categories stay as they are
                filterBefore(category);
            if (QByteArrayView(category->categoryName()).startsWith("qt.gui.imageio"))
                category->setEnabled(QtWarningMsg, false);
        });
    });
}

/// Colours and alpha, where they tell more than the grey.
void addColours(Picture& picture, const QImage& image)
{
    const QImage straight = image.convertToFormat(QImage::Format_ARGB32);
    const bool opaque = !image.hasAlphaChannel() || !hasTransparentPixels(straight);
    if (opaque && straight.isGrayscale())
        return;
    picture.colours.reserve(3 * picture.grey.pixels.size());
    if (!opaque)
        picture.alpha = Raster(straight.width(), straight.height());
    for (int y = 0; y < straight.height(); ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(straight.constScanLine(y));
        for (int x = 0; x < straight.width(); ++x) {
            for (const int part : {qRed(row[x]), qGreen(row[x]), qBlue(row[x])})
                picture.colours.push_back(static_cast<std::uint8_t>(part));
            if (!opaque)
                picture.alpha.at(x, y) = static_cast<std::uint8_t>(qAlpha(row[x]));
        }
    }
}

QImage imageWithColours(const Picture& picture)
{
    QImage image(picture.grey.width, picture.grey.height, QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const std::size_t at = picture.grey.index(x, y);
            const std::uint8_t* rgb = picture.colours.data() + 3 * at;
            row[x] = qRgba(rgb[0], rgb[1], rgb[2], picture.alpha.empty() ? 255 : picture.alpha.pixels[at]);
        }
    }
    return image;
}

}  // namespace

Picture pictureFromImage(const QImage& image, int longest)
{
    if (image.isNull())
        throw Error(GLYPHSCOPE_TEXT("Files", "The picture has no pixels. Choose or copy another one."));
    QImage reduced = image;
    if (std::max(image.width(), image.height()) > longest)
        reduced = image.scaled(longest, longest, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    if (reduced.isNull())  // one side rounded to nothing
        throw Error(GLYPHSCOPE_TEXT(
            "Files", "The picture is too narrow to hold a figure. Choose or copy another one."));
    const QImage grey = overWhite(reduced).convertToFormat(QImage::Format_Grayscale8);

    Picture picture;
    picture.grey = Raster(grey.width(), grey.height());
    for (int y = 0; y < grey.height(); ++y)
        std::memcpy(picture.grey.pixels.data() + picture.grey.index(0, y), grey.constScanLine(y),
                    static_cast<std::size_t>(grey.width()));
    addColours(picture, reduced);
    const double scale = kLongerSide / std::max(image.width(), image.height());
    picture.width = image.width() * scale;
    picture.height = image.height() * scale;
    picture.x = (kCanvasSide - picture.width) / 2;
    picture.y = (kCanvasSide - picture.height) / 2;
    return picture;
}

Picture pictureOfDataSet(const Glyph& image, const std::string& dataSet)
{
    Picture picture;
    picture.grey = Raster(kGlyphSide, kGlyphSide);
    std::ranges::copy(image, picture.grey.pixels.begin());
    picture.width = kCanvasSide;
    picture.height = kCanvasSide;
    picture.dataSet = dataSet;
    return picture;
}

QImage imageOf(const Picture& picture)
{
    const Raster& grey = picture.grey;
    QImage image = picture.colours.empty() ? QImage(grey.pixels.data(), grey.width, grey.height, grey.width,
                                                    QImage::Format_Grayscale8)
                                                 .copy()
                                           : imageWithColours(picture);
    if (picture.dataSet)
        image.setText(QString::fromLatin1(kDataSetKey), QString::fromStdString(*picture.dataSet));
    return image;
}

bool looksLikePicture(const QByteArray& bytes)
{
    return !formatOf(bytes).isEmpty();
}

Picture readPicture(const QByteArray& bytes, const QString& name, int longest)
{
    const QByteArray format = formatOf(bytes);
    if (format.isEmpty())
        refusePicture(name, GLYPHSCOPE_TEXT("Files", "not a picture in PNG, JPEG, BMP or WebP by its "
                                                     "content. Choose another file, or convert it."));
    if (!QImageReader::supportedImageFormats().contains(format))
        refusePicture(
            name,
            {GLYPHSCOPE_TEXT(
                 "Files", "a picture in %1, which this installation of Qt cannot read. Convert it to PNG."),
             format.toUpper().toStdString()});
    if (format == "jpeg" && bytes.count("\xff\xda") > kMostScans)
        refusePicture(name,
                      {GLYPHSCOPE_TEXT("Files", "a JPEG of more than %1 scans. Save it again."), kMostScans});
    silenceDecoders();
    QImageReader::setAllocationLimit(kDecodedMebibytes);
    QBuffer buffer;
    buffer.setData(format == "png" ? withoutWords(bytes) : bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoTransform(false);  // what is missing has to be told from the rest before
    const QSize size = sizeIn(reader);
    if (!size.isValid() || size.isEmpty())
        refusePicture(name,
                      GLYPHSCOPE_TEXT("Files", "broken: its size cannot be read. Save or fetch it again."));
    if (size.width() > kLongestPictureSide || size.height() > kLongestPictureSide)
        refusePicture(name,
                      {GLYPHSCOPE_TEXT("Files", "%1x%2 pixels; at most 8192x8192 are read. Make it smaller."),
                       std::to_string(size.width()), std::to_string(size.height())});
    QImage image = reader.read();
    if (image.isNull())
        refusePicture(name, {GLYPHSCOPE_TEXT("Files", "cannot be decoded (%1). Save or fetch it again."),
                             reader.errorString().toStdString()});
    const bool cutOff = format == "jpeg" && isJpegCutOff(bytes);
    if (cutOff)
        image = withoutMissingEnd(std::move(image));
    const auto turn = reader.transformation();
    image = turned(image, turn != QImageIOHandler::TransformationNone ? turn : exifTurn(bytes, format));
    try {
        Picture picture = pictureFromImage(image, longest);
        picture.cutOff = cutOff;
        const bool named = image.textKeys().contains(QString::fromLatin1(kDataSetKey));
        if (!named || picture.grey.width != kGlyphSide || picture.grey.height != kGlyphSide)
            return picture;
        Glyph glyph;
        std::ranges::copy(picture.grey.pixels, glyph.begin());
        return pictureOfDataSet(glyph, image.text(QString::fromLatin1(kDataSetKey)).toStdString());
    } catch (const Error& error) {
        refusePicture(name, error.message());
    }
}

}  // namespace glyphscope
